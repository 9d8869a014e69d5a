import type { GridBox, GridLine } from '../../../shared/catalogue/forms/form.ts'

/** A box with the line and the grid column at which it begins. */
export interface PlacedBox<Box extends GridBox = GridBox> {
  readonly box: Box
  readonly line: number
  readonly column: number
}

/** Where each box of a printed table stands, spans honoured: one list for each line. */
export function placeBoxes(lines: readonly GridLine[]): PlacedBox[][] {
  const takenUntil: number[] = []
  return lines.map(({ boxes }, line) => {
    let column = 0
    return boxes.map((box) => {
      while ((takenUntil[column] ?? 0) > line) column += 1
      const placed = { box, line, column }
      for (let i = 0; i < box.colSpan; i += 1) takenUntil[column + i] = line + box.rowSpan
      column += box.colSpan
      return placed
    })
  })
}
