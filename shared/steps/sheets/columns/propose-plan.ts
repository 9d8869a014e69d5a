import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import { cellText, type SheetTable } from '../cell.ts'
import { moneyUnitOf } from '../cells/read-amount.ts'
import { isSerial, serialDay } from '../cells/read-day.ts'
import type { SheetPart, SheetPlan } from '../rows/check-rows.ts'
import { type FigureGiven, figureFields, figureMatcher, givenColumns } from './figure-columns.ts'
import { findHead, type HeadMatching, recognised, type SheetHead } from './find-head.ts'
import { headingMatcher } from './match-heading.ts'
import { plainWords } from './plain-words.ts'
import { columnById, isShared, type SheetColumn } from './sheet-columns.ts'
import { sheetTitle } from './sheet-title.ts'

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
  /** By column of the file, what its heading says of each figure below it. */
  readonly given: readonly (FigureGiven | null)[]
  /** The column that says in what each row is counted; null: none does. */
  readonly unitAt: number | null
  readonly fileColumns: readonly FileColumn[]
  /** Whether a row of headings was found; without one every column is for the clerk to tell. */
  readonly hasHead: boolean
  /** Columns of the register that were recognised. */
  readonly recognised: number
  /** Several columns are filled: no mere note. */
  readonly isList: boolean
  /** A sheet that nobody sees. */
  readonly isHidden: boolean
  /** By column of the file, whether nobody sees it. */
  readonly hiddenColumns: ReadonlySet<number>
}

/** What is shown of a column. */
const EXAMPLES = 3
const LOOKED_AT = 40

/**
 * Ways to read a file into a register, the best first: all sheets that have the same headings together (one for each
 * month), then each sheet by itself.
 */
export function proposePlans(register: RegisterDefinition, tables: readonly SheetTable[]): readonly Proposal[] {
  const matching: HeadMatching = {
    match: figureMatcher(register, headingMatcher(register)),
    isShared: (id) => isShared(register, id),
    distance: (heading, id) => distanceTo(columnById(register, id), heading),
  }
  const own = tables.map((table, sheet) => proposalOf(register, table, sheet, findHead(table, matching)))
  const alike = new Map<string, Proposal[]>()
  for (const one of own) {
    if (!one.hasHead || one.isHidden) continue
    const key = JSON.stringify(one.fileColumns.map(({ heading }) => heading))
    alike.set(key, [...(alike.get(key) ?? []), one])
  }
  const together = [...alike.values()].flatMap((all) => (all.length > 1 ? [joined(all)] : []))
  const inSight = ({ isHidden, hasHead }: Proposal): number => (hasHead && !isHidden ? 0 : 1)
  return [...together, ...own].sort(
    (a, b) => inSight(a) - inSight(b) || b.recognised - a.recognised || b.parts.length - a.parts.length,
  )
}

function distanceTo(column: SheetColumn | null, heading: string): number {
  const said = plainWords(heading)
  const names = column === null ? [] : [column.label, ...(column.field.also ?? [])]
  const at = names.findIndex((name) => plainWords(name) === said)
  return at < 0 ? names.length : at
}

/** The plan of a proposal with what the clerk told of its columns. */
export function planOf(
  { parts, fileColumns, units, given, unitAt, columns: proposed }: Proposal,
  { columns = proposed, constants = {} }: Partial<Pick<SheetPlan, 'columns' | 'constants'>> = {},
): SheetPlan {
  return { parts, headings: fileColumns.map(({ heading }) => heading), units, given, unitAt, columns, constants }
}

/** Sheets of the file that look like lists and are not read by a proposal: what explains the sheet (填写说明) is none. */
export function unreadSheets({ parts }: Proposal, proposals: readonly Proposal[]): readonly string[] {
  const read = new Set(parts.map(({ sheet }) => sheet))
  return proposals.flatMap((other) => {
    const [part] = other.parts
    const isSingle = other.parts.length === 1 && part !== undefined && !read.has(part.sheet)
    const [name = ''] = other.sheetNames
    const isOther = isSingle && (other.hasHead || (other.isList && !/说明$/.test(name)))
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

function proposalOf(register: RegisterDefinition, table: SheetTable, sheet: number, head: SheetHead | null): Proposal {
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
  const headings = fileColumns.map(({ heading }) => heading)
  const title = sheetTitle(table, firstRow - (head?.lines ?? 0))
  const known = fileColumns.map((_, at) => head?.columns[at] ?? null)
  const { columns, given } = givenColumns(register, headings, known, title)
  const unitAt =
    figureFields(register) === null
      ? -1
      : headings.findIndex((heading) => /^(计量|数量)?单位$/.test(plainWords(heading)))
  return {
    parts: [{ sheet, firstRow, year: title.year }],
    sheetNames: [table.name],
    columns,
    units: headings.map((heading) => moneyUnitOf(heading) ?? title.moneyUnit),
    given,
    unitAt: unitAt < 0 ? null : unitAt,
    fileColumns,
    hasHead: head !== null,
    recognised: head === null ? 0 : recognised({ columns }),
    isList: filled.size >= LIST,
    isHidden: table.isHidden,
    hiddenColumns: table.hiddenColumns,
  }
}

/** Columns of a list, at least. */
const LIST = 3
