import type { SheetTable } from '../cell.ts'
import type { MatchHeading } from './match-heading.ts'
import { mergedTexts } from './merged-texts.ts'

/** Lines of headings one above the other: 申请人信息 over 公民 over 姓名. */
const MOST_LINES = 3

/** Where the headings of a sheet stand, and what they say. */
export interface SheetHead {
  /** First row below the headings, from 0. */
  readonly firstRow: number
  /** How many rows they take. */
  readonly lines: number
  /** By column of the file; `''` where nothing stands above it. */
  readonly headings: readonly string[]
  /** By column of the file: the column of the register that was recognised. */
  readonly columns: readonly (string | null)[]
}

/** Titles and notes stand above the headings, hardly ever this many. */
const SEARCHED = 30

/** How headings become columns of a register. */
export interface HeadMatching {
  readonly match: MatchHeading
  /** Whether several columns of the file may be this one. */
  readonly isShared: (id: string) => boolean
  /** How far a heading is from the register's own name of this column: 0 is that name, then what offices call it in its order. */
  readonly distance: (heading: string, id: string) => number
}

/**
 * The headings of a sheet: the row, or the rows one above the other (申请人 over 姓名 and 电话), in which most columns of
 * the register are recognised. Null where no row has two of them: one word alone may stand anywhere.
 */
export function findHead(table: SheetTable, matching: HeadMatching): SheetHead | null {
  let best: SheetHead | null = null
  let most = 1
  const texts = mergedTexts(table, SEARCHED)
  for (let row = 0; row < Math.min(table.rows.length, SEARCHED); row += 1) {
    // One text alone is a title, whether it is merged over the sheet or not.
    if (texts(row).filter((text) => text !== '').length < 2) continue
    for (let lines = 1; lines <= MOST_LINES; lines += 1) {
      const above = Array.from({ length: lines }, (_, i) => texts(row + i))
      const head = headOf(row + lines, above, matching, table.hiddenColumns)
      const found = headingsKnown(head, matching)
      if (found > most) {
        most = found
        best = head
      }
    }
  }
  return best
}

/** Columns of the register that a head has, each once. */
export const recognised = ({ columns }: Pick<SheetHead, 'columns'>): number =>
  new Set(columns.filter((id) => id !== null)).size

/** The same, and of a column that several may be each heading that says something else: 2024年 over 1月 and 2月. */
function headingsKnown({ columns, headings }: SheetHead, { isShared }: HeadMatching): number {
  return new Set(columns.flatMap((id, at) => (id === null ? [] : [isShared(id) ? `${id} ${headings[at]}` : id]))).size
}

/** Behind all that are in sight. */
const HIDDEN = 1000

interface Heading {
  readonly said: readonly string[]
  readonly id: string | null
}

function headOf(
  firstRow: number,
  lines: readonly (readonly string[])[],
  { match, isShared, distance }: HeadMatching,
  hidden: ReadonlySet<number>,
): SheetHead {
  const width = Math.max(...lines.map((line) => line.length))
  const headings: Heading[] = []
  const before = new Set<string>()
  for (let column = 0; column < width; column += 1) {
    const said = lines.map((line) => line[column] ?? '').filter((text, i, all) => text !== '' && text !== all[i - 1])
    // The whole of it first: 答复 over 日期 is another column than 日期.
    const known = said.reduce<string | null>((id, _, from) => id ?? match(said.slice(from).join('')), null)
    const id = known !== null && isStranger(said, known, before) ? null : known
    if (id !== null) before.add(id)
    headings.push({ said, id })
  }
  const rank = ({ said, id }: Heading, column: number): number =>
    (hidden.has(column) ? HIDDEN : 0) + (id === null ? 0 : distance(said.join(''), id))
  /** Of two that say the same: one in sight, the closest name, the first. The other is for the clerk to tell. */
  const chosen = new Map<string, number>()
  for (const [column, heading] of headings.entries()) {
    const other = heading.id === null ? undefined : chosen.get(heading.id)
    const otherHeading = other === undefined ? undefined : headings[other]
    const isBetter =
      other === undefined || otherHeading === undefined || rank(heading, column) < rank(otherHeading, other)
    if (heading.id !== null && isBetter) chosen.set(heading.id, column)
  }
  return {
    firstRow,
    lines: lines.length,
    headings: headings.map(({ said }) => said.join(' ')),
    columns: headings.map(({ id }, column) => (id !== null && (isShared(id) || chosen.get(id) === column) ? id : null)),
  }
}

/** 文号 of what is asked for stands among the applicant's columns, that of the answer behind its day or outcome. */
function isStranger(said: readonly string[], id: string, before: ReadonlySet<string>): boolean {
  if (said.length !== 1 || said[0] !== '文号') return false
  const [stage = '', key] = id.split('.')
  return key !== undefined && ![...before].some((other) => other.startsWith(`${stage}.`))
}
