import { type Cell, cellText } from '../cell.ts'

/** What offices write below a text that holds once more. */
const ditto = /^(同上|同上行|同前|″|〃|”)$/

/** Cells as they are meant: one that says 同上 says what stands in its column in the row before. */
export function withoutDitto(cells: readonly Cell[], before: readonly Cell[] | null): readonly Cell[] {
  if (before === null || !cells.some((cell) => typeof cell === 'string' && ditto.test(cellText(cell)))) return cells
  return cells.map((cell, at) => (typeof cell === 'string' && ditto.test(cellText(cell)) ? (before[at] ?? cell) : cell))
}
