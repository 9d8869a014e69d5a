import { type Conflict, conflictsIn } from '../../../shared/journal/conflicts.ts'
import type { Entity } from '../../../shared/journal/frame.ts'
import type { Groups } from '../../../shared/record/groups.ts'
import { splitRecordId } from '../../../shared/record/record-id.ts'
import type { Database } from '../tables/database.ts'
import { readGroups } from '../tables/read-groups.ts'

export interface StandingConflict extends Conflict {
  readonly entity: Entity
  readonly record: string
  /** All that stands in the record, to tell it from others. */
  readonly groups: Groups
}

/** Every place in which different values stand, record by record. */
export async function readConflicts(database: Database): Promise<readonly StandingConflict[]> {
  const rows = await database.conflicts.toArray()
  const found = rows.map(async ({ entity, record }) => {
    const groups = await readGroups(database, entity, record)
    return conflictsIn(groups).map((conflict) => ({ entity, record, groups, ...conflict }))
  })
  return (await Promise.all(found)).flat()
}

/** How many parts the ids of records have that lie in a unit's books, their unit first. */
const partsOf: Partial<Record<Entity, number>> = { unit: 1, report: 3, final: 2, export: 4, desk: 3, entry: 3 }

/** In whose books a conflict stands; null in nobody's. */
export function unitOfConflict({ entity, record }: Pick<StandingConflict, 'entity' | 'record'>): string | null {
  const parts = partsOf[entity]
  return parts === undefined ? null : (splitRecordId(record, parts)[0] ?? null)
}
