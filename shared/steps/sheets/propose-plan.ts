import type { RegisterDefinition } from '../../catalogue/registers/register-definition.ts'
import { cellText, type SheetTable } from './cell.ts'
import { findHead, recognised } from './find-head.ts'
import { headingMatcher } from './match-heading.ts'
import { isSerial, serialDay } from './read-day.ts'

/** A column of the file as the clerk is shown it. */
export interface FileColumn {
  /** `''` where nothing stands above it. */
  readonly heading: string
  /** The first things in it. */
  readonly examples: readonly string[]
  /** The same where it is a column of days: a spreadsheet keeps them as numbers. */
  readonly days: readonly string[]
}

/** How one sheet would be read into one register. */
export interface Proposal {
  readonly sheet: number
  readonly sheetName: string
  readonly firstRow: number
  readonly columns: readonly (string | null)[]
  readonly fileColumns: readonly FileColumn[]
  /** Whether a row of headings was found; without one every column is for the clerk to tell. */
  readonly hasHead: boolean
  /** Columns of the register that were recognised. */
  readonly recognised: number
}

/** What is shown of a column. */
const EXAMPLES = 3
const LOOKED_AT = 40

/** Whether a column only counts the rows of the file: nobody need be asked what it is. */
export function isRowCount(heading: string): boolean {
  return /^(序号|行号|no\.?)$/i.test(heading.replace(/\s/g, ''))
}

/** A proposal for each sheet, the one whose headings fit the register best first. */
export function proposePlans(register: RegisterDefinition, tables: readonly SheetTable[]): readonly Proposal[] {
  const match = headingMatcher(register)
  return tables
    .map((table, sheet) => proposalOf(table, sheet, match))
    .sort((a, b) => b.recognised - a.recognised || a.sheet - b.sheet)
}

function proposalOf(table: SheetTable, sheet: number, match: (heading: string) => string | null): Proposal {
  const head = findHead(table, match)
  const firstRow = head?.firstRow ?? 0
  const below = table.rows.slice(firstRow, firstRow + LOOKED_AT)
  const width = Math.max(head?.headings.length ?? 0, ...below.map((row) => row?.length ?? 0))
  const fileColumns = Array.from({ length: width }, (_, at): FileColumn => {
    const cells = below.flatMap((row) => (cellText(row?.[at]) === '' ? [] : [row?.[at] ?? null])).slice(0, EXAMPLES)
    return {
      heading: head?.headings[at] ?? '',
      examples: cells.map(cellText),
      days: cells.map((cell) => (isSerial(cell) ? serialDay(Number(cell), table.from1904) : cellText(cell))),
    }
  })
  return {
    sheet,
    sheetName: table.name,
    firstRow,
    columns: fileColumns.map((_, at) => head?.columns[at] ?? null),
    fileColumns,
    hasHead: head !== null,
    recognised: head === null ? 0 : recognised(head),
  }
}
