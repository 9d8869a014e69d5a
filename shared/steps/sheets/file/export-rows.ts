import { choiceLabel, yearTyped } from '../../../catalogue/registers/choices-in.ts'
import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import type { Entry } from '../../../model/entry/entry-record.ts'
import { stageValues } from '../../../model/entry/stage-values.ts'
import { type SheetColumn, sheetColumns } from '../columns/sheet-columns.ts'

/** An entry as it is exported. */
export interface ExportedEntry extends Pick<Entry, 'fields' | 'stages'> {
  /** In clear, only where the clerk asked for it. */
  readonly personal: Readonly<Record<string, string>>
}

export interface ExportSetting {
  readonly withPersonal: boolean
  /** What a link shows: the number of the entry that it names. */
  readonly linkText: (id: string) => string
}

export interface ExportedSheet {
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * Entries as rows, in their order, that `checkRows` reads back to the same. All fields of the register; of its stages
 * those that stand in some entry, as often as they do. Days are `YYYY-MM-DD`, choices their labels.
 */
export function exportRows(
  register: RegisterDefinition,
  entries: readonly ExportedEntry[],
  { withPersonal, linkText }: ExportSetting,
): ExportedSheet {
  const often = new Map<string, number>()
  for (const { stages } of entries) {
    const own = new Map<string, number>()
    for (const { stage } of stages) own.set(stage.kind, (own.get(stage.kind) ?? 0) + 1)
    for (const [kind, count] of own) often.set(kind, Math.max(often.get(kind) ?? 0, count))
  }
  const columns = sheetColumns(register, (kind) => often.get(kind) ?? 0).filter(
    ({ personal }) => withPersonal || !personal,
  )
  return { columns, rows: entries.map((entry) => columns.map((column) => cellOf(entry, column, linkText))) }
}

function cellOf(entry: ExportedEntry, column: SheetColumn, linkText: ExportSetting['linkText']) {
  const { id, field, stage, personal } = column
  if (personal) return entry.personal[id] ?? ''
  const value = stage === null ? entry.fields[id] : stageValue(entry, stage.definition.kind, stage.nth, field.key)
  if (value === undefined || value === false) return ''
  if (value === true) return '是'
  const labelOf = (one: string): string => choiceLabel(field, yearOf(entry, column), one)
  if (Array.isArray(value)) return value.map(labelOf).join('、')
  if (field.kind === 'choice') return labelOf(value)
  return field.kind === 'link' ? linkText(value) : value
}

/** The year in which a choice of a form counts: it is written as the form of that year calls it. */
function yearOf(entry: ExportedEntry, { field, stage }: SheetColumn): number | null {
  if (field.choicesFrom === undefined) return null
  const { yearOf: key } = field.choicesFrom
  return yearTyped(stage === null ? entry.fields[key] : stageValue(entry, stage.definition.kind, stage.nth, key))
}

function stageValue({ stages }: ExportedEntry, kind: string, nth: number, key: string) {
  const found = stages.filter(({ stage }) => stage.kind === kind)[nth - 1]
  return found === undefined ? undefined : stageValues(found.stage)[key]
}
