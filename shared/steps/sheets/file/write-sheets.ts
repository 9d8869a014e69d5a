import { type CellObject, utils, type WorkSheet, write } from 'xlsx'
import { isDay, toDayNumber } from '../../../calendar/day-number.ts'
import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import { MOST_IN_CELL, xlsxText } from '../../../values/held-text.ts'
import { fail, ok, type Result } from '../../../values/result.ts'
import { isSerial } from '../cells/read-day.ts'
import type { SheetColumn } from '../columns/sheet-columns.ts'
import type { CellTooLong } from '../sheet-problem.ts'
import type { ExportedSheet } from './export-rows.ts'
import { formatCsv } from './parse-csv.ts'

/** A register's list as a workbook. Texts are typed as texts, which no spreadsheet runs; days and numbers are real ones. */
export function exportXlsx(
  register: RegisterDefinition,
  { columns, rows }: ExportedSheet,
): Result<Uint8Array, CellTooLong> {
  const lines = rows.map((row) => row.map((text, at) => cellFor(columns[at], text)))
  for (const [entry, line] of lines.entries()) {
    const at = line.findIndex((cell) => typeof cell?.v === 'string' && cell.v.length > MOST_IN_CELL)
    if (at < 0) continue
    const length = rows[entry]?.[at]?.length ?? 0
    return fail({ code: 'cell-too-long', entry, column: columns[at]?.label ?? '', length })
  }
  const heads = columns.map(({ label }) => textCell(label))
  return ok(workbook([[register.label, sheetOf([heads, ...lines], widths(columns))]]))
}

/** The same as a text file; see `guarded` for what is done about formulas. */
export function exportCsv({ columns, rows }: ExportedSheet): Uint8Array {
  return new TextEncoder().encode(formatCsv([columns.map(({ label }) => label), ...rows]))
}

/** A sheet of texts for people: its name, and its lines, the heading first. */
export interface GuideSheet {
  readonly name: string
  readonly lines: readonly (readonly string[])[]
}

/** An empty sheet with the register's headings, and a second one that says what goes into each column (four wide). */
export function templateXlsx(
  register: RegisterDefinition,
  columns: readonly SheetColumn[],
  guide: GuideSheet,
): Uint8Array {
  return workbook([
    [register.label, sheetOf([columns.map(({ label }) => textCell(label))], widths(columns))],
    [
      guide.name,
      sheetOf(
        guide.lines.map((line) => line.map(textCell)),
        [24, 10, 60, 40],
      ),
    ],
  ])
}

function workbook(sheets: readonly (readonly [name: string, sheet: WorkSheet])[]): Uint8Array {
  const book = utils.book_new()
  for (const [name, sheet] of sheets) utils.book_append_sheet(book, sheet, name.slice(0, 31))
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true })
  return new Uint8Array(bytes)
}

function sheetOf(rows: (CellObject | null)[][], columns: readonly number[]): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows, { dense: true })
  sheet['!cols'] = columns.map((wch) => ({ wch }))
  return sheet
}

const textCell = (text: string): CellObject => ({ t: 's', v: xlsxText(text) })

const DAYS_TO_1970 = 25_569

function cellFor(column: SheetColumn | undefined, text: string): CellObject | null {
  if (text === '') return null
  const kind = column?.field.kind
  const serial = kind === 'date' && isDay(text) ? toDayNumber(text) + DAYS_TO_1970 : null
  // A day that would not be read as one again stays text.
  if (serial !== null && isSerial(serial)) return { t: 'n', v: serial, z: 'yyyy-mm-dd' }
  const isAmount = kind === 'count' || kind === 'money' || kind === 'figure'
  if (isAmount && String(Number(text)) === text && text.replace(/\D/g, '').length <= 15)
    return { t: 'n', v: Number(text) }
  return textCell(text)
}

function widths(columns: readonly SheetColumn[]): number[] {
  return columns.map(({ field, label }) => {
    const least = Array.from(label).length * 2 + 2
    const own = field.kind === 'longText' || field.key === 'title' ? 40 : field.kind === 'date' ? 12 : 14
    return Math.max(own, least)
  })
}
