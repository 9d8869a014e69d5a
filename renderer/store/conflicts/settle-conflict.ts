import { choose } from '../../../shared/journal/settle-change.ts'
import type { Json } from '../../../shared/values/json.ts'
import type { ActionDraft } from '../store.ts'
import type { StandingConflict } from './read-conflicts.ts'

/** A person chooses one of the values that stand in a place: it replaces all of them. One step of undo. */
export function settleConflict(
  { entity, record, group }: Pick<StandingConflict, 'entity' | 'record' | 'group'>,
  value: Json,
): Omit<ActionDraft, 'unit' | 'year'> {
  return {
    action: 'settle',
    edit: async (read) => [choose({ entity, record, group }, await read(entity, record), value)],
  }
}
