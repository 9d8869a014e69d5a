import { type FieldFlaw, fieldFlaws } from '../../../model/entry/field-flaw.ts'

/**
 * What is wrong with a cell of an imported row, besides what is wrong with a field however it was typed.
 *   error-cell: a formula there failed (#REF!)
 *   digits-lost: a number longer than a spreadsheet keeps; its last digits are gone
 *   broken-text: half a character stands in it: the program that wrote the file cut the text
 *   unclear-day: 3.1 may be the 1st or the 10th of March
 *   became-day: a spreadsheet has made a day of a number (3-1)
 *   unclear-amount: its format shows another order of size, and no unit
 *   in-future: a day after today
 *   before-receipt: something done before the entry began
 *   unknown-link: names an entry that is not in the register
 */
export const rowFlaws = [
  ...fieldFlaws,
  'error-cell',
  'digits-lost',
  'broken-text',
  'unclear-day',
  'became-day',
  'unclear-amount',
  'in-future',
  'before-receipt',
  'unknown-link',
] as const
export type RowFlawCode = FieldFlaw | (typeof rowFlaws)[number]

export interface RowFlaw {
  /** Id of the column, see sheet-columns.ts. */
  readonly column: string
  readonly code: RowFlawCode
  /** As it stands in the file; `''` where nothing does, and of personal columns. */
  readonly text: string
}
