import type { CellKey, GridLine } from '../../../shared/catalogue/forms/form.ts'
import { placeBoxes } from '../../../shared/catalogue/forms/place-boxes.ts'

/** A figure's place: lines and grid columns from 0, the last ones included. */
export interface FigurePlace {
  readonly key: CellKey
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** The figures of a table as a clerk moves among them. */
export interface FigureGrid {
  readonly places: ReadonlyMap<CellKey, FigurePlace>
  /** Lines that hold figures, top to bottom, each left to right. */
  readonly rows: readonly (readonly FigurePlace[])[]
  /** In the order of the form. */
  readonly order: readonly CellKey[]
}

/** Figures inside a rectangle; its edges are widened to the spans of the two corners. */
export interface Block {
  readonly keys: readonly CellKey[]
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export function figureGrid(lines: readonly GridLine[]): FigureGrid {
  const rows: FigurePlace[][] = []
  for (const line of placeBoxes(lines)) {
    const row = line.flatMap(({ box, line: top, column: left }) =>
      box.kind === 'figure'
        ? [{ key: box.key, top, bottom: top + box.rowSpan - 1, left, right: left + box.colSpan - 1 }]
        : [],
    )
    if (row.length > 0) rows.push(row)
  }
  const all = rows.flat()
  return { rows, order: all.map(({ key }) => key), places: new Map(all.map((place) => [place.key, place])) }
}

/** The block between two figures, in whatever corner each of them is. */
export function blockBetween(grid: FigureGrid, one: CellKey, other: CellKey): Block {
  const corners = [one, other].flatMap((key) => grid.places.get(key) ?? [])
  const top = Math.min(...corners.map((place) => place.top))
  const bottom = Math.max(...corners.map((place) => place.bottom))
  const left = Math.min(...corners.map((place) => place.left))
  const right = Math.max(...corners.map((place) => place.right))
  const keys = grid.rows
    .flat()
    .filter((place) => place.top <= bottom && place.bottom >= top && place.left <= right && place.right >= left)
    .map(({ key }) => key)
  return { keys, top, bottom, left, right }
}
