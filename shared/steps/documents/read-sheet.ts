import { Big } from 'big.js'
import { SSF, utils, type WorkBook, type WorkSheet } from 'xlsx'
import type { FigureSpec } from '../../model/report/figure.ts'
import { readTyped } from '../../model/report/read-typed.ts'
import type { CellValue } from '../../model/report/report.ts'
import { fail, ok, type Result } from '../../values/result.ts'
import type { ShownNumber } from '../sheets/cell.ts'
import { readAmount } from '../sheets/cells/read-amount.ts'
import { shownNumber } from '../sheets/file/shown-number.ts'
import type { XlsxProblem } from './xlsx-problem.ts'

export type Read<T> = Result<T, XlsxProblem>

/** A place as the spreadsheet names it: B7. */
export const at = (line: number, column: number): string => utils.encode_cell({ r: line, c: column })

/** The text of a cell as it was typed; "" where nothing stands. */
export function textAt(sheet: WorkSheet, line: number, column: number): string {
  const cell = sheet[at(line, column)]
  if (cell === undefined || cell.t === 'z') return ''
  if (cell.t === 'e') return String(cell.w ?? '#错误')
  // A formula that nobody has calculated has no figure; it must not pass for an empty cell.
  if (cell.v === undefined) return cell.f === undefined ? '' : `=${cell.f}`
  return String(cell.v)
}

/** What stands at a place of the workbook: 万元, 件. */
type PlacedFigure = FigureSpec & { readonly unit: string }

/**
 * A number as it stands, in the order of size and the unit that its format shows (12.5万元 for 125000); text as if it were
 * typed into the cell. Where the format shows another size and names no unit, what it shows stays as a text.
 */
export function figureAt(sheet: WorkSheet, spec: PlacedFigure, line: number, column: number): CellValue {
  const cell = sheet[at(line, column)]
  if (cell?.t !== 'n' || typeof cell.v !== 'number') return readTyped(spec, textAt(sheet, line, column))
  const shown = cell.z === undefined ? null : shownNumber(cell.v, String(cell.z))
  if (shown !== null) return shownFigure(spec, { number: cell.v, shown })
  if (spec.kind !== 'money' && Number.isInteger(cell.v)) return cell.v
  // Excel shows and means 15 digits; 0.1 + 0.2 from a formula is 0.3.
  const exact = new Big(cell.v.toPrecision(15))
  return spec.kind === 'money' ? exact.toFixed() : exact.toNumber()
}

function shownFigure(spec: PlacedFigure, cell: ShownNumber): CellValue {
  const { value } = readAmount(cell, spec.kind, spec.unit, null)
  return readTyped(spec, value)
}

/** Labels compare without white space: people break them into lines. */
export const squeeze = (text: string): string => text.replace(/\s/g, '')

/** Null where the label stands at its place. */
export function expectLabel(
  sheet: WorkSheet,
  name: string,
  line: number,
  column: number,
  expected: string,
): XlsxProblem | null {
  const found = textAt(sheet, line, column)
  if (squeeze(found) === squeeze(expected)) return null
  return { code: 'moved-label', sheet: name, at: at(line, column), expected, found }
}

/** The sheet of this name, or the problem that there is none. */
export function findSheet(book: WorkBook, name: string): Read<WorkSheet> {
  const sheet = book.Sheets[name]
  return sheet === undefined ? fail({ code: 'missing-sheet', detail: name }) : ok(sheet)
}

/** Counted from 0. */
export const lastLine = (sheet: WorkSheet): number => utils.decode_range(sheet['!ref'] ?? 'A1').e.r

/** Null where all labels of a sheet's first line stand. */
export function expectHeader(sheet: WorkSheet, name: string, header: readonly string[]): XlsxProblem | null {
  for (const [column, label] of header.entries()) {
    const moved = expectLabel(sheet, name, 0, column, label)
    if (moved !== null) return moved
  }
  return null
}

/** A date as `YYYY-MM-DD`: a spreadsheet turns what people type into its own number of days. */
export function dateAt(sheet: WorkSheet, line: number, column: number): string {
  const cell = sheet[at(line, column)]
  const text = textAt(sheet, line, column).trim()
  const parts =
    cell?.t === 'n'
      ? SSF.parse_date_code(cell.v)
      : /^(?<y>\d{4})[-/.年](?<m>\d{1,2})[-/.月](?<d>\d{1,2})日?$/.exec(text)?.groups
  return parts == null ? text : `${parts.y}-${String(parts.m).padStart(2, '0')}-${String(parts.d).padStart(2, '0')}`
}
