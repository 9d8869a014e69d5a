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
  { conflicts }: Database,
  entity: Entity,
  replaced: readonly Replaced[],
): Promise<void> {
  const hasConflicts = (groups: Groups): boolean => conflictsIn(groups).length > 0
  const standing = replaced.filter(({ after }) => hasConflicts(after.groups))
  const settled = replaced.filter(
    ({ before, after }) => before !== undefined && hasConflicts(before.groups) && !hasConflicts(after.groups),
  )
  if (standing.length > 0) await conflicts.bulkPut(standing.map(({ after }) => ({ entity, record: after.id })))
  if (settled.length > 0) await conflicts.bulkDelete(settled.map(({ after }) => [entity, after.id]))
}
