/** Why nothing of a file can be read; wording/sheet-problem.ts says it in a sentence. */
export type SheetProblem =
  | {
      readonly code: /** More than `sheetLimits.file`. */
        | 'too-large'
        /** A small file that unpacks to more than `sheetLimits.zip` allows, or whose list of contents is false. */
        | 'unpacks-too-large'
        | 'too-wide'
        | 'too-many-sheets'
        | 'encrypted'
        | 'not-a-sheet'
        /** A sheet of another program or time (.xlsb, .ods, Excel 4), which is to be saved as .xlsx first. */
        | 'other-format'
        | 'damaged'
        | 'empty'
        | 'no-heading'
    }
  /** `rows`: how many there are, at least. */
  | { readonly code: 'too-many-rows'; readonly rows: number }
  /** `row` of the file from 1. */
  | { readonly code: 'cell-too-long'; readonly sheet: string; readonly row: number }
  | { readonly code: 'pdf' | 'picture' | 'word' | 'package' | 'archive' }

const MEGABYTE = 1024 * 1024

/** What an import takes. `text`: characters in all cells together; `cells`, and `merged`, the rows of its merged ranges, likewise. */
export const sheetLimits = {
  file: 30 * MEGABYTE,
  zip: { entries: 2000, entry: 150 * MEGABYTE, unpacked: 150 * MEGABYTE },
  rows: 20_000,
  columns: 300,
  sheets: 400,
  cells: 3_000_000,
  merged: 1_000_000,
  mergedRanges: 60_000,
  cell: 20_000,
  text: 40_000_000,
} as const

/** A text that does not go into a cell: `entry` of the list from 0, the heading of the column, its characters. */
export interface CellTooLong {
  readonly code: 'cell-too-long'
  readonly entry: number
  readonly column: string
  readonly length: number
}
