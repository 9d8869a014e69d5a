import type { RegisterDefinition } from '../../catalogue/registers/register-definition.ts'
import type { Entry } from '../../model/entry/entry-record.ts'
import { stageValues } from '../../model/entry/stage-values.ts'
import { type SheetColumn, sheetColumns } from './sheet-columns.ts'

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

function cellOf(
  entry: ExportedEntry,
  { id, field, stage, personal }: SheetColumn,
  linkText: ExportSetting['linkText'],
) {
  if (personal) return entry.personal[id] ?? ''
  const value = stage === null ? entry.fields[id] : stageValue(entry, stage.definition.kind, stage.nth, field.key)
  if (value === undefined || value === false) return ''
  if (value === true) return '是'
  const labelOf = (one: string): string => field.choices?.find((choice) => choice.value === one)?.label ?? one
  if (Array.isArray(value)) return value.map(labelOf).join('、')
  if (field.kind === 'choice') return labelOf(value)
  return field.kind === 'link' ? linkText(value) : value
}

function stageValue({ stages }: ExportedEntry, kind: string, nth: number, key: string) {
  const found = stages.filter(({ stage }) => stage.kind === kind)[nth - 1]
  return found === undefined ? undefined : stageValues(found.stage)[key]
}
