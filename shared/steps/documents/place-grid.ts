import type { GridBox, Table } from '../../catalogue/forms/form.ts'

/** A box of a printed table at its place in the grid, counted from 0. */
export interface PlacedBox {
  readonly box: GridBox
  readonly line: number
  readonly column: number
}

/** Lays the boxes of a table into a grid, line by line, around those that reach down from above. */
export function placeGrid(table: Table): PlacedBox[] {
  const placed: PlacedBox[] = []
  const taken = new Set<string>()
  table.lines.forEach(({ boxes }, line) => {
    let column = 0
    for (const box of boxes) {
      while (taken.has(`${line},${column}`)) column++
      placed.push({ box, line, column })
      for (let down = 0; down < box.rowSpan; down++) {
        for (let right = 0; right < box.colSpan; right++) taken.add(`${line + down},${column + right}`)
      }
      column += box.colSpan
    }
  })
  return placed
}
