/** What stands in a cell as the file holds it: a date is a number of days there. Empty is null. */
export type Cell = string | number | boolean | null

/** A sheet as read, before anybody says what its columns mean. */
export interface SheetTable {
  readonly name: string
  /** By row of the file from 0; a row may be missing or shorter than others. */
  readonly rows: readonly (readonly Cell[] | undefined)[]
  readonly merges: readonly Merge[]
  /** Days count from 1904-01-01 (Excel for the old Mac), not from 1900. */
  readonly from1904: boolean
}

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
  if (typeof cell === 'string') return cell.trim()
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  // Excel keeps and means 15 digits: 0.1 + 0.2 is 0.3.
  return Number.isSafeInteger(cell) ? String(cell) : String(Number(cell.toPrecision(15)))
}

export function isBlank(row: readonly Cell[] | undefined): boolean {
  return row === undefined || row.every((cell) => cell === null || cell === undefined || cell === '')
}

const errors = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA|错误)$/

/** Whether the cell holds what Excel shows where a formula failed. */
export function isErrorText(text: string): boolean {
  return text.startsWith('#') && errors.test(text)
}

/** Excel keeps 15 digits of a number: the last ones of a longer one, an identity number, have become 0. */
export function lostDigits(cell: Cell | undefined): boolean {
  return typeof cell === 'number' && Math.abs(cell) >= 1e15
}
