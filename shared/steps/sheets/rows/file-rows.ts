import type { RegisterDefinition } from '../../../catalogue/registers/register-definition.ts'
import { type Cell, cellText, isBlank, type SheetTable } from '../cell.ts'
import { headingMatcher, type MatchHeading } from '../columns/match-heading.ts'
import { isRowCount } from '../columns/row-count.ts'
import type { SheetPlan } from './check-rows.ts'
import { withoutDitto } from './ditto.ts'
import { type PassedOver, passedOver } from './passed-over.ts'
import { spreadMerges } from './spread-merges.ts'

/** A row of a sheet below its headings, with what merged cells and 同上 say in it; or why it is no entry. */
export interface FileRow {
  /** From 0. */
  readonly index: number
  readonly cells: readonly Cell[]
  readonly why: PassedOver | null
}

/** All rows below the headings that hold anything but their number. */
export function fileRows(
  register: RegisterDefinition,
  table: SheetTable,
  firstRow: number,
  { columns, headings }: Pick<SheetPlan, 'columns' | 'headings'>,
): readonly FileRow[] {
  const match = headingMatcher(register)
  const said: { index: number; isOutside: boolean }[] = []
  for (let index = firstRow; index < table.rows.length; index += 1) {
    const row = table.rows[index]
    if (row === undefined || isBlank(row)) continue
    const filled = row.flatMap((cell, at) => (cellText(cell) === '' ? [] : [at]))
    const isWanted = filled.some((at) => (columns[at] ?? null) !== null)
    if (isWanted || filled.some((at) => !isRowCount(headings[at] ?? ''))) said.push({ index, isOutside: !isWanted })
  }
  const spread = spreadMerges(
    table,
    firstRow,
    said.flatMap(({ index, isOutside }) => (isOutside ? [] : [index])),
  )
  let before: readonly Cell[] | null = null
  let isOther = false
  return said.map(({ index, isOutside }): FileRow => {
    const own = table.rows[index] ?? []
    const found = isOutside ? 'outside' : passedOver(own, headings, index === firstRow)
    // Headings of another list begin it; those of this one end it.
    if (found === 'head') isOther = false
    else if (found === null && isHeadOf(own, columns, match)) isOther = true
    const why = found ?? (isOther ? 'other-list' : null)
    const cells = withoutDitto(spread.get(index) ?? own, before)
    if (why === null) before = cells
    return { index, cells, why }
  })
}

/** Headings of the register in other places than above: two of them, and hardly anything else. */
function isHeadOf(cells: readonly Cell[], columns: readonly (string | null)[], match: MatchHeading): boolean {
  const filled = cells.flatMap((cell, at) => (cellText(cell) === '' ? [] : [{ at, id: match(cellText(cell)) }]))
  const known = filled.filter(({ id }) => id !== null)
  return known.length >= 2 && known.length * 2 > filled.length && known.some(({ at, id }) => columns[at] !== id)
}
