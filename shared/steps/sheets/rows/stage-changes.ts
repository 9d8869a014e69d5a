import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import type { Entry, StoredStage } from '../../../model/entry/entry-record.ts'
import { type RequestStage, requestStage } from '../../../model/entry/request.ts'
import { stageValues } from '../../../model/entry/stage-values.ts'
import { columnById, stageColumnId } from '../columns/sheet-columns.ts'
import type { SheetRow } from './read-row.ts'
import { type EntryUpdate, isSame, type RowChange } from './row-change.ts'

/** Where the stages of a row and those of its entry say different things; what the row adds and changes of them. */
export function stageChanges(
  register: RegisterDefinition,
  { stages, assumed }: Pick<SheetRow, 'stages' | 'assumed'>,
  entry: Entry,
): { readonly changes: readonly RowChange[]; readonly stages: EntryUpdate['stages'] } {
  const changes: RowChange[] = []
  const written: { id: string | null; stage: RequestStage }[] = []
  const nths = new Map<string, number>()
  for (const [stage, stored] of paired(stages, entry.stages)) {
    const nth = (nths.get(stage.kind) ?? 0) + 1
    nths.set(stage.kind, nth)
    const before = stored === null ? {} : stageValues(stored.stage)
    const changed: string[] = []
    for (const [key, after] of Object.entries(stageValues(stage))) {
      const id = stageColumnId(stage.kind, key, nth)
      const column = columnById(register, id)
      if (column === null || isSame(before[key], after) || (stored !== null && assumed.includes(id))) continue
      const { label, field } = column
      changes.push({ column: id, label, field, before: before[key], after, personal: false, kept: null })
      changed.push(key)
    }
    if (stored === null) written.push({ id: null, stage })
    else if (changed.length > 0) {
      const own = Object.entries(stage).filter(([key]) => changed.includes(key))
      written.push({ id: stored.id, stage: requestStage.parse({ ...stored.stage, ...Object.fromEntries(own) }) })
    }
  }
  return { changes, stages: written }
}

/** Each stage of a row with the stage of its entry that it is: of its kind, of its day before any other. */
function paired(stages: readonly RequestStage[], stored: readonly StoredStage[]): [RequestStage, StoredStage | null][] {
  const free = new Set(stored)
  const taken = new Map<RequestStage, StoredStage>()
  const take = (isIt: (stage: RequestStage, one: StoredStage) => boolean): void => {
    for (const stage of stages) {
      const found = taken.has(stage) ? undefined : [...free].find((one) => isIt(stage, one))
      if (found === undefined) continue
      taken.set(stage, found)
      free.delete(found)
    }
  }
  take((stage, one) => one.stage.kind === stage.kind && one.stage.date === stage.date)
  take((stage, one) => one.stage.kind === stage.kind)
  return stages.map((stage) => [stage, taken.get(stage) ?? null])
}
