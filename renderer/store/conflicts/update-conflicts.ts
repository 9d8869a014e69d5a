import { conflictsIn } from '../../../shared/journal/conflicts.ts'
import type { Entity } from '../../../shared/journal/frame.ts'
import type { Groups } from '../../../shared/record/groups.ts'
import type { Database } from '../tables/database.ts'

interface Replaced {
  readonly before: { readonly groups: Groups } | undefined
  readonly after: { readonly id: string; readonly groups: Groups }
}

/** Keeps the list of records with conflicts true, in the transaction that replaced them. */
export async function updateConflicts(
  database: Database,
  entity: Entity,
  replaced: readonly Replaced[],
): Promise<void> {
  for (const { before, after } of replaced) {
    const stands = conflictsIn(after.groups).length > 0
    if (stands) await database.conflicts.put({ entity, record: after.id })
    else if (before !== undefined && conflictsIn(before.groups).length > 0) {
      await database.conflicts.delete([entity, after.id])
    }
  }
}
