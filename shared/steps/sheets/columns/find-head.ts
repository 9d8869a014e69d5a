import { cellText, type Merge, type SheetTable } from '../cell.ts'
import type { MatchHeading } from './match-heading.ts'

/** Lines of headings one above the other: 申请人信息 over 公民 over 姓名. */
const MOST_LINES = 3

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
 * The headings of a sheet: the row, or the rows one above the other (申请人 over 姓名 and 电话), in which most columns of
 * the register are recognised. Null where no row has two of them: one word alone may stand anywhere. `isShared`: whether
 * several columns of the file may be this one.
 */
export function findHead(
  table: SheetTable,
  match: MatchHeading,
  isShared: (id: string) => boolean = () => false,
): SheetHead | null {
  let best: SheetHead | null = null
  let most = 1
  const cover = coveredBy(table)
  for (let row = 0; row < Math.min(table.rows.length, SEARCHED); row += 1) {
    // One text alone is a title, whether it is merged over the sheet or not.
    if (texts(table, row, cover).filter((text) => text !== '').length < 2) continue
    for (let lines = 1; lines <= MOST_LINES; lines += 1) {
      const above = Array.from({ length: lines }, (_, i) => texts(table, row + i, cover))
      const head = headOf(row + lines, above, match, isShared)
      const found = recognised(head)
      if (found > most) {
        most = found
        best = head
      }
    }
  }
  return best
}

/** Columns of the register that a head has, each once. */
export const recognised = ({ columns }: SheetHead): number => new Set(columns.filter((id) => id !== null)).size

type Cover = ReadonlyMap<string, readonly [number, number] | null>

/** A cell merged over this many columns and all of the sheet's is the title above it: it heads no column. */
const TITLE = 4

/**
 * What a merged cell says stands in all of it. By row and column, the cell that holds the text; null: a title's, which
 * says nothing about the column below it.
 */
function coveredBy({ merges, rows }: SheetTable): Cover {
  const cover = new Map<string, readonly [number, number] | null>()
  const width = Math.max(...Array.from(rows.slice(0, SEARCHED), (row) => row?.length ?? 0))
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

function headOf(
  firstRow: number,
  lines: readonly (readonly string[])[],
  match: MatchHeading,
  isShared: (id: string) => boolean,
): SheetHead {
  const width = Math.max(...lines.map((line) => line.length))
  const taken = new Set<string>()
  const headings: string[] = []
  const columns: (string | null)[] = []
  for (let column = 0; column < width; column += 1) {
    const said = lines.map((line) => line[column] ?? '').filter((text, i, all) => text !== '' && text !== all[i - 1])
    // The whole of it first: 答复 over 日期 is another column than 日期.
    const known = said.reduce<string | null>((id, _, from) => id ?? match(said.slice(from).join('')), null)
    const found = known !== null && isStranger(said, known, taken) ? null : known
    // The first of two that say the same has it; the other is for the clerk to tell.
    const id = found === null || (taken.has(found) && !isShared(found)) ? null : found
    if (id !== null) taken.add(id)
    headings.push(said.join(' '))
    columns.push(id)
  }
  return { firstRow, headings, columns }
}

/** 文号 of what is asked for stands among the applicant's columns, that of the answer behind its day or outcome. */
function isStranger(said: readonly string[], id: string, before: ReadonlySet<string>): boolean {
  if (said.length !== 1 || said[0] !== '文号') return false
  const [stage = '', key] = id.split('.')
  return key !== undefined && ![...before].some((other) => other.startsWith(`${stage}.`))
}
