import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import { cellText, type SheetTable } from '../cell.ts'
import { moneyUnitOf } from '../cells/read-amount.ts'
import { isSerial, serialDay } from '../cells/read-day.ts'
import type { SheetPart, SheetPlan } from '../rows/check-rows.ts'
import { findHead, recognised, type SheetHead } from './find-head.ts'
import { headingMatcher } from './match-heading.ts'
import { isShared } from './sheet-columns.ts'

/** A column of the file as the clerk is shown it. */
export interface FileColumn {
  /** `''` where nothing stands above it. */
  readonly heading: string
  /** The first things in it. */
  readonly examples: readonly string[]
  /** The same where it is a column of days: a spreadsheet keeps them as numbers. */
  readonly days: readonly string[]
  /** Whether anything stands in it, at any depth. */
  readonly isFilled: boolean
}

/** How one sheet, or several with the same headings, would be read into one register. */
export interface Proposal {
  readonly parts: readonly SheetPart[]
  /** Of its sheets, in their order. */
  readonly sheetNames: readonly string[]
  readonly columns: readonly (string | null)[]
  /** By column of the file, the unit of money that its heading names. */
  readonly units: readonly (string | null)[]
  readonly fileColumns: readonly FileColumn[]
  /** Whether a row of headings was found; without one every column is for the clerk to tell. */
  readonly hasHead: boolean
  /** Columns of the register that were recognised. */
  readonly recognised: number
}

/** What is shown of a column. */
const EXAMPLES = 3
const LOOKED_AT = 40

/**
 * Ways to read a file into a register, the best first: all sheets that have the same headings together (one for each
 * month), then each sheet by itself.
 */
export function proposePlans(register: RegisterDefinition, tables: readonly SheetTable[]): readonly Proposal[] {
  const match = headingMatcher(register)
  const own = tables.map((table, sheet) =>
    proposalOf(
      table,
      sheet,
      findHead(table, match, (id) => isShared(register, id)),
    ),
  )
  const alike = new Map<string, Proposal[]>()
  for (const one of own) {
    if (!one.hasHead) continue
    const key = JSON.stringify(one.fileColumns.map(({ heading }) => heading))
    alike.set(key, [...(alike.get(key) ?? []), one])
  }
  const together = [...alike.values()].flatMap((all) => (all.length > 1 ? [joined(all)] : []))
  return [...together, ...own].sort((a, b) => b.recognised - a.recognised || b.parts.length - a.parts.length)
}

/** The plan of a proposal with what the clerk told of its columns. */
export function planOf(
  { parts, fileColumns, units, columns: proposed }: Proposal,
  { columns = proposed, constants = {} }: Partial<Pick<SheetPlan, 'columns' | 'constants'>> = {},
): SheetPlan {
  return { parts, headings: fileColumns.map(({ heading }) => heading), units, columns, constants }
}

/** Sheets of the file that look like lists of this register and are not read by a proposal. */
export function unreadSheets({ parts }: Proposal, proposals: readonly Proposal[]): readonly string[] {
  const read = new Set(parts.map(({ sheet }) => sheet))
  return proposals.flatMap((other) => {
    const [part] = other.parts
    const isOther = other.hasHead && other.parts.length === 1 && part !== undefined && !read.has(part.sheet)
    return isOther ? other.sheetNames : []
  })
}

function joined(all: readonly Proposal[]): Proposal {
  const [first] = all
  if (first === undefined) throw new Error('no sheets')
  const fileColumns = first.fileColumns.map(
    (column, at): FileColumn => ({
      ...column,
      examples: all.flatMap(({ fileColumns: own }) => own[at]?.examples ?? []).slice(0, EXAMPLES),
      days: all.flatMap(({ fileColumns: own }) => own[at]?.days ?? []).slice(0, EXAMPLES),
      isFilled: all.some(({ fileColumns: own }) => own[at]?.isFilled === true),
    }),
  )
  return {
    ...first,
    parts: all.flatMap(({ parts }) => parts),
    sheetNames: all.flatMap(({ sheetNames }) => sheetNames),
    fileColumns,
  }
}

/** The columns in which something stands below the headings, however far down. */
function filledColumns({ rows }: SheetTable, firstRow: number): ReadonlySet<number> {
  const filled = new Set<number>()
  for (let index = firstRow; index < rows.length; index += 1) {
    rows[index]?.forEach((cell, at) => {
      if (!filled.has(at) && cellText(cell) !== '') filled.add(at)
    })
  }
  return filled
}

function proposalOf(table: SheetTable, sheet: number, head: SheetHead | null): Proposal {
  const firstRow = head?.firstRow ?? 0
  // A row that the file does not hold is a hole, which `map` would pass by.
  const below = Array.from(table.rows.slice(firstRow, firstRow + LOOKED_AT))
  const filled = filledColumns(table, firstRow)
  const width = Math.max(head?.headings.length ?? 0, ...[...filled].map((at) => at + 1))
  const fileColumns = Array.from({ length: width }, (_, at): FileColumn => {
    const cells = below.flatMap((row) => (cellText(row?.[at]) === '' ? [] : [row?.[at] ?? null])).slice(0, EXAMPLES)
    return {
      heading: head?.headings[at] ?? '',
      examples: cells.map(cellText),
      days: cells.map((cell) => (isSerial(cell) ? serialDay(Number(cell), table.from1904) : cellText(cell))),
      isFilled: filled.has(at),
    }
  })
  return {
    parts: [{ sheet, firstRow }],
    sheetNames: [table.name],
    columns: fileColumns.map((_, at) => head?.columns[at] ?? null),
    units: fileColumns.map(({ heading }) => moneyUnitOf(heading)),
    fileColumns,
    hasHead: head !== null,
    recognised: head === null ? 0 : recognised(head),
  }
}
