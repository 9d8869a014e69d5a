/** How far a box of a table reaches, in grid columns and lines. */
interface Spans {
  readonly colSpan: number
  readonly rowSpan: number
}

/** A box with the line and the grid column at which it begins, counted from 0. */
export interface PlacedBox<Box extends Spans> {
  readonly box: Box
  readonly line: number
  readonly column: number
}

/** Where each box of a table stands, around those that reach down from above: one list for each line. */
export function placeBoxes<Box extends Spans>(
  lines: readonly { readonly boxes: readonly Box[] }[],
): PlacedBox<Box>[][] {
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
