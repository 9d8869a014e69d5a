import { type Cell, cellText, type Merge } from '../cell.ts'

/**
 * What a cell that is merged downwards says holds for each row under it. `rows`: those that hold something of their own;
 * a row that is only a part of one tall row above gets nothing. Gives the rows that change, by row.
 */
export function spreadMerges(
  table: { readonly rows: readonly (readonly Cell[] | undefined)[]; readonly merges: readonly Merge[] },
  firstRow: number,
  rows: readonly number[],
): ReadonlyMap<number, readonly Cell[]> {
  const filled = new Set(rows)
  const changed = new Map<number, Cell[]>()
  for (const { top, left, bottom } of table.merges) {
    const value = table.rows[top]?.[left] ?? null
    if (top < firstRow || bottom === top || cellText(value) === '') continue
    for (let row = top + 1; row <= Math.min(bottom, table.rows.length - 1); row += 1) {
      if (!filled.has(row)) continue
      const cells = changed.get(row) ?? [...(table.rows[row] ?? [])]
      while (cells.length <= left) cells.push(null)
      if (cellText(cells[left]) === '') cells[left] = value
      changed.set(row, cells)
    }
  }
  return changed
}
