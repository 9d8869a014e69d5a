import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import { entryFlaws } from '../../../model/entry/entry-flaws.ts'
import type { FieldValue } from '../../../model/entry/entry-record.ts'
import type { RequestStage } from '../../../model/entry/request.ts'
import { type Cell, cellText, isBroken, isDayCell, isErrorText, lostDigits } from '../cell.ts'
import { isPlaceholder } from '../cells/placeholder.ts'
import { moneyUnitOf, readAmount, rowUnit } from '../cells/read-amount.ts'
import { type CellReader, cellReader, type ReadCell, type ReadSetting } from '../cells/read-cell.ts'
import type { RowFlaw, RowFlawCode } from '../cells/row-flaw.ts'
import { columnById, type SheetColumn } from '../columns/sheet-columns.ts'
import { readStages, type StageCell } from './read-stages.ts'

/** An entry as a row of a file holds it. What can't be read stays as it was typed, with its flaw. */
export interface SheetRow {
  /** Of the file, from 1. */
  readonly row: number
  readonly fields: Readonly<Record<string, FieldValue>>
  /** In clear, only ever in memory. */
  readonly personal: Readonly<Record<string, string>>
  readonly stages: readonly RequestStage[]
  /** What belongs to a stage that can't be made of it: label and text. */
  readonly leftover: readonly string[]
  /** Ids of the columns of its stages that nobody filled: a stage begins with what stands there. */
  readonly assumed: readonly string[]
  readonly flaws: readonly RowFlaw[]
  /** Amounts that stood in another unit than the register's: column and text as it stood. */
  readonly converted: readonly { readonly column: string; readonly text: string }[]
}

export type ReadRow = (cells: readonly Cell[], row: number) => SheetRow

interface Placed {
  readonly column: SheetColumn
  readonly read: CellReader
  /** The column of the file; -1 where every row has the same. */
  readonly at: number
  readonly constant: string
  readonly unit: string | null
}

/** What is where in the rows that are read. */
export interface RowLayout {
  readonly columns: readonly (string | null)[]
  readonly constants: Readonly<Record<string, string>>
  readonly units?: readonly (string | null)[]
  readonly unitAt?: number | null
}

/**
 * A reader of rows. `columns`: by column of the file, the id of the register's column, or null. `constants`: for
 * columns that the file has not, what stands in every row. `units`: by column of the file, the unit of money that its
 * heading names; `unitAt`: the column that says in what each row is counted. Throws on a column that the register has not.
 */
export function rowReader(
  register: RegisterDefinition,
  { columns, constants, units = [], unitAt = null }: RowLayout,
  setting: ReadSetting,
): ReadRow {
  const place = (id: string, at: number, constant: string): Placed => {
    const unit = units[at] ?? null
    const column = columnById(register, id)
    if (column === null) throw new Error(`register ${register.id} has no column ${id}`)
    return { column, read: cellReader(column.field, setting, unit), at, constant, unit }
  }
  const placed = [
    ...columns.flatMap((id, at) => (id === null ? [] : [place(id, at, '')])),
    ...Object.entries(constants).flatMap(([id, constant]) =>
      columns.includes(id) || constant === '' ? [] : [place(id, -1, constant)],
    ),
  ]
  const hasPersonal = placed.some(({ column }) => column.personal)
  const labels = new Map(placed.map(({ column }) => [column.id, column.label]))
  const started = register.fields.find(({ kind, required }) => kind === 'date' && required === true)?.key ?? null
  return (cells, row) => {
    const fields: Record<string, FieldValue> = {}
    const personal: Record<string, string> = {}
    const flaws: RowFlaw[] = []
    const ofStages: StageCell[] = []
    const converted: { column: string; text: string }[] = []
    const written = new Map<string, string>()
    const figures: { key: string; of: string; cell: Cell; unit: string | null }[] = []
    for (const { column, read, at, constant, unit } of placed) {
      const cell = at < 0 ? constant : (cells[at] ?? null)
      const typed = cellText(cell)
      if (typed === '') continue
      written.set(column.id, typed)
      const made = read(cell)
      if (isPlaceholder(column.field, typed, made.value)) continue
      const { value } = made
      // A spreadsheet keeps a day as a number that nobody would know again.
      const text = column.field.kind === 'date' && typeof cell === 'number' ? String(value) : typed
      const code = cellFlaw(column, cell, typed, made)
      if (code !== null) flaws.push({ column: column.id, code, text: column.personal ? '' : text })
      if (made.isConverted) converted.push({ column: column.id, text })
      if (column.stage !== null) ofStages.push({ column, text, value, isFlawed: code !== null })
      else if (column.personal) personal[column.id] = both(personal[column.id], String(value))
      else if (value !== '' && value !== false) fields[column.id] = value
      const { field } = column
      if (field.kind === 'figure' && 'figureOf' in field && field.figureOf !== undefined) {
        figures.push({ key: column.id, of: field.figureOf, cell, unit })
      }
    }
    for (const { key, of, cell, unit } of figures) {
      const subject = register.fields
        .find((field) => field.key === of)
        ?.choices?.find(({ value }) => value === fields[of])
      const { kind = 'count', unit: kept = null } = subject?.figure ?? {}
      const inRow = unitAt === null ? '' : cellText(cells[unitAt])
      const counted = rowUnit({ kind, unit: kept }, inRow, moneyUnitOf(written.get(of) ?? ''))
      const { value, isConverted, isUnclear } = readAmount(cell, kind, kept, counted.unit ?? unit)
      if (isUnclear === true || counted.isUnclear)
        flaws.push({ column: key, code: 'unclear-amount', text: cellText(cell) })
      if (isConverted) converted.push({ column: key, text: cellText(cell) })
      // In what it is counted is no number of the subject's own: it stays as it stands.
      fields[key] = counted.isUnclear ? `${value}${counted.said}` : value
    }
    const marked = new Set(flaws.map(({ column }) => column))
    for (const [key, code] of entryFlaws(register, { fields })) {
      if (marked.has(key)) continue
      marked.add(key)
      flaws.push({ column: key, code, text: shown(fields[key]) })
    }
    for (const { key, kind } of register.fields) {
      const value = fields[key]
      if (kind === 'date' && typeof value === 'string' && !marked.has(key) && value > setting.today) {
        flaws.push({ column: key, code: 'in-future', text: value })
      }
    }
    const start = started === null || marked.has(started) ? null : fields[started]
    const { stages, leftover, assumed } = readStages(register, ofStages, labels, flaws, {
      today: setting.today,
      start: typeof start === 'string' ? start : null,
    })
    return {
      row,
      fields,
      personal: hasPersonal ? personal : nothing,
      stages,
      leftover,
      assumed,
      flaws: flaws.length > 0 ? flaws : none,
      converted: converted.length > 0 ? converted : none,
    }
  }
}

/** What is wrong with a cell, whatever it is of, before what its field says. */
function cellFlaw(column: SheetColumn, cell: Cell, text: string, { flaw }: ReadCell): RowFlawCode | null {
  if (isErrorText(text)) return 'error-cell'
  if (isBroken(text)) return 'broken-text'
  if (column.field.kind !== 'text') return flaw
  if (isDayCell(cell)) return 'became-day'
  return lostDigits(cell) ? 'digits-lost' : flaw
}

/** The columns of the person and of the firm fill one field; where a row fills both, both stay. */
const both = (before: string | undefined, text: string): string =>
  before === undefined || before === text ? text : `${before}；${text}`

/** One for all rows: what the worker hands over is copied, and one that was copied before costs nothing. */
const none: readonly never[] = []
const nothing: Readonly<Record<string, never>> = {}

const shown = (value: FieldValue | undefined): string =>
  value === undefined ? '' : Array.isArray(value) ? value.join('、') : String(value)
