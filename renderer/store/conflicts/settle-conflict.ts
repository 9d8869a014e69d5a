import type { Frame } from '../../../shared/journal/frame.ts'
import { choose } from '../../../shared/journal/settle-change.ts'
import type { Json } from '../../../shared/values/json.ts'
import type { Result } from '../../../shared/values/result.ts'
import type { Store, WriteProblem } from '../store.ts'
import { recordAction } from '../write/record-action.ts'
import { type StandingConflict, unitOfConflict } from './read-conflicts.ts'

/** A person chooses one of the values that stand in a place: it replaces all of them. One step of undo. */
export function settleConflict(
  store: Store,
  { entity, record, group }: Pick<StandingConflict, 'entity' | 'record' | 'group'>,
  value: Json,
  session: { readonly unit: string; readonly year: number },
): Promise<Result<Frame | null, WriteProblem>> {
  return recordAction(store, {
    action: 'settle',
    unit: unitOfConflict({ entity, record }) ?? session.unit,
    year: session.year,
    edit: async (read) => [choose({ entity, record, group }, await read(entity, record), value)],
  })
}
