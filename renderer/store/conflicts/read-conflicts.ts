import { type Conflict, conflictsIn } from '../../../shared/journal/conflicts.ts'
import type { Entity } from '../../../shared/journal/frame.ts'
import type { Database } from '../tables/database.ts'
import { readGroups } from '../tables/read-groups.ts'

export interface StandingConflict extends Conflict {
  readonly entity: Entity
  readonly record: string
}

/** Every place in which different values stand, record by record. */
export async function readConflicts(database: Database): Promise<readonly StandingConflict[]> {
  const rows = await database.conflicts.toArray()
  const found = rows.map(async ({ entity, record }) => {
    const groups = await readGroups(database, entity, record)
    return conflictsIn(groups).map((conflict) => ({ entity, record, ...conflict }))
  })
  return (await Promise.all(found)).flat()
}
