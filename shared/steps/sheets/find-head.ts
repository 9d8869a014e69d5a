import { cellText, isBlank, type Merge, type SheetTable } from './cell.ts'
import type { MatchHeading } from './match-heading.ts'

/** Where the headings of a sheet stand, and what they say. */
export interface SheetHead {
  /** First row below the headings, from 0. */
  readonly firstRow: number
  /** By column of the file; `''` where nothing stands above it. */
  readonly headings: readonly string[]
  /** By column of the file: the column of the register that was recognised. */
  readonly columns: readonly (string | null)[]
}

/** Titles and notes stand above the headings, hardly ever this many. */
const SEARCHED = 30

/**
 * The headings of a sheet: the row, or the two rows one above the other (申请人 over 姓名 and 电话), in which most columns
 * of the register are recognised. Null where no row has two of them: one word alone may stand anywhere.
 */
export function findHead(table: SheetTable, match: MatchHeading): SheetHead | null {
  let best: SheetHead | null = null
  let most = 1
  const cover = coveredBy(table)
  for (let row = 0; row < Math.min(table.rows.length, SEARCHED); row += 1) {
    if (isBlank(table.rows[row])) continue
    const single = headOf(row + 1, [texts(table, row, cover)], match)
    const double = headOf(row + 2, [texts(table, row, cover), texts(table, row + 1, cover)], match)
    for (const head of [single, double]) {
      const found = recognised(head)
      if (found > most) {
        most = found
        best = head
      }
    }
  }
  return best
}

export const recognised = ({ columns }: SheetHead): number => columns.filter((id) => id !== null).length

type Cover = ReadonlyMap<string, readonly [number, number] | null>

/** A cell merged over this many columns and all of the sheet's is the title above it: it heads no column. */
const TITLE = 4

/**
 * What a merged cell says stands in all of it. By row and column, the cell that holds the text; null: a title's, which
 * says nothing about the column below it.
 */
function coveredBy({ merges, rows }: SheetTable): Cover {
  const cover = new Map<string, readonly [number, number] | null>()
  const width = Math.max(...rows.slice(0, SEARCHED).map((row) => row?.length ?? 0))
  const isTitle = ({ left, right }: Merge): boolean => left === 0 && right + 1 >= Math.max(width, TITLE)
  for (const merge of merges) {
    const { top, left, bottom, right } = merge
    // Only near the top, and no wider than a sheet may be.
    for (let r = top; r <= Math.min(bottom, SEARCHED); r += 1) {
      for (let c = left; c <= Math.min(right, 300); c += 1) cover.set(`${r},${c}`, isTitle(merge) ? null : [top, left])
    }
  }
  return cover
}

function texts(table: SheetTable, row: number, cover: Cover): string[] {
  const width = Math.max(table.rows[row]?.length ?? 0, ...[...cover.keys()].flatMap((at) => widthAt(at, row)))
  return Array.from({ length: width }, (_, column) => {
    const covered = cover.get(`${row},${column}`)
    if (covered === null) return ''
    const [r, c] = covered ?? [row, column]
    return cellText(table.rows[r]?.[c])
  })
}

function widthAt(at: string, row: number): number[] {
  const [r, c] = at.split(',').map(Number)
  return r === row && c !== undefined ? [c + 1] : []
}

function headOf(firstRow: number, lines: readonly (readonly string[])[], match: MatchHeading): SheetHead {
  const width = Math.max(...lines.map((line) => line.length))
  const taken = new Set<string>()
  const headings: string[] = []
  const columns: (string | null)[] = []
  for (let column = 0; column < width; column += 1) {
    const [above = '', below = ''] = lines.map((line) => line[column] ?? '')
    const isOne = below === '' || below === above
    const heading = isOne ? above : above + below
    const found = isOne ? match(above) : (match(heading) ?? match(below))
    // The first of two that say the same has it; the other is for the clerk to tell.
    const id = found === null || taken.has(found) ? null : found
    if (id !== null) taken.add(id)
    headings.push(isOne ? above : `${above} ${below}`.trim())
    columns.push(id)
  }
  return { firstRow, headings, columns }
}
