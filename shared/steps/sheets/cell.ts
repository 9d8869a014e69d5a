import { withoutInvisible } from '../../values/invisible.ts'

/** A number whose format shows more than digits: `1` shown as 花信〔2024〕001号, `125000` shown as 12.5万元. */
export interface ShownNumber {
  readonly number: number
  readonly shown: string
}

/** A day by the format of its cell, and how much of it the format shows: `2024-03-01`, `2024-03` or `2024`. */
export interface ShownDay {
  readonly day: string
  readonly shown: string
}

/** What stands in a cell. Empty is null. */
export type Cell = string | number | boolean | null | ShownNumber | ShownDay

/** A sheet as read, before anybody says what its columns mean. */
export interface SheetTable {
  readonly name: string
  /** By row of the file from 0; a row may be missing or shorter than others. */
  readonly rows: readonly (readonly Cell[] | undefined)[]
  readonly merges: readonly Merge[]
  /** Rows that a filter or a person has hidden, from 0. */
  readonly hidden: ReadonlySet<number>
  /** Columns that nobody sees, from 0. */
  readonly hiddenColumns: ReadonlySet<number>
  /** A sheet that nobody sees. */
  readonly isHidden: boolean
  /** Days count from 1904-01-01 (Excel for the old Mac), not from 1900. */
  readonly from1904: boolean
}

/** Of a table that is nothing but its rows. */
export const plainTable = {
  merges: [],
  hidden: new Set<number>(),
  hiddenColumns: new Set<number>(),
  isHidden: false,
  from1904: false,
} as const satisfies Partial<SheetTable>

/** Rows and columns from 0, the last included. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** The text of a cell as the clerk reads it, without white space around it. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return withoutInvisible(cell).trim()
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (typeof cell === 'object') return cell.shown
  // Excel keeps and means 15 digits: 0.1 + 0.2 is 0.3.
  return Number.isSafeInteger(cell) ? String(cell) : String(Number(cell.toPrecision(15)))
}

/** Whether the cell holds a day by its format. */
export function isDayCell(cell: Cell | undefined): cell is ShownDay {
  return typeof cell === 'object' && cell !== null && 'day' in cell
}

export function isBlank(row: readonly Cell[] | undefined): boolean {
  return row === undefined || row.every((cell) => cell === null || cell === undefined || cell === '')
}

/** What stands for a formula without its value, and for a picture in a cell: neither can be read. */
export const [NO_VALUE, PICTURE] = ['#公式', '#图片']

const errors = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA|错误|公式|图片)$/

/** Whether the cell holds what Excel shows where a formula failed, or what no text can be read from. */
export function isErrorText(text: string): boolean {
  // A column too narrow for its numbers, saved as it was shown.
  return text.startsWith('#') && (errors.test(text) || /^#{3,}$/.test(text))
}

/**
 * Excel keeps 15 digits of a number: the last ones of a longer one, an identity number, have become 0; in a text file it
 * writes 1.10101E+17 for it.
 */
export function lostDigits(cell: Cell | undefined): boolean {
  return typeof cell === 'number' ? Math.abs(cell) >= 1e15 : /^\d(\.\d+)?e(\+\d{1,3}|\d{2,3})$/i.test(cellText(cell))
}

/** Whether half a character stands in it: the program that wrote the file cut a text in the middle. */
export function isBroken(text: string): boolean {
  return text.includes('\uFFFD') || text.includes('锟斤拷')
}
