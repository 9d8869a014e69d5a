import type { CellKey } from '../../../shared/catalogue/forms/form.ts'
import type { FigureGrid, FigurePlace } from './grid-geometry.ts'

export type Move =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'row-start'
  | 'row-end'
  | 'column-start'
  | 'column-end'
  | 'page-up'
  | 'page-down'
  | 'table-start'
  | 'table-end'
  | 'next'
  | 'previous'
  | 'enter'
  | 'enter-back'

/**
 * Where a clerk stands: the figure, and the grid column that up and down keep to. A wide figure passed on the way
 * does not lose the column.
 */
export interface Position {
  readonly key: CellKey
  readonly column: number
}

/** The position on a figure itself, as after a click. */
export function positionAt(grid: FigureGrid, key: CellKey): Position | null {
  const place = grid.places.get(key)
  return place === undefined ? null : { key, column: place.left }
}

/** The next position, or null where there is none: at an edge, or past the last figure with `next`. */
export function step(grid: FigureGrid, from: Position, move: Move, pageLines = 8): Position | null {
  const row = grid.rows.findIndex((places) => places.some(({ key }) => key === from.key))
  const places = grid.rows[row]
  if (places === undefined) return null
  const index = places.findIndex(({ key }) => key === from.key)
  const last = grid.rows.length - 1

  switch (move) {
    case 'left':
      return at(places[index - 1])
    case 'right':
      return at(places[index + 1])
    case 'row-start':
      return other(from, at(places[0]))
    case 'row-end':
      return other(from, at(places.at(-1)))
    case 'up':
      return inRow(grid, from, row - 1)
    case 'down':
      return inRow(grid, from, row + 1)
    case 'column-start':
      return other(from, inRow(grid, from, 0))
    case 'column-end':
      return other(from, inRow(grid, from, last))
    case 'page-up':
      return other(from, inRow(grid, from, Math.max(0, row - pageLines)))
    case 'page-down':
      return other(from, inRow(grid, from, Math.min(last, row + pageLines)))
    case 'table-start':
      return other(from, at(grid.rows[0]?.[0]))
    case 'table-end':
      return other(from, at(grid.rows[last]?.at(-1)))
    case 'next':
      return inOrder(grid, from, 1)
    case 'previous':
      return inOrder(grid, from, -1)
    case 'enter':
      return inRow(grid, from, row + 1) ?? inRow(grid, nextColumn(grid, from, 1), 0)
    case 'enter-back':
      return inRow(grid, from, row - 1) ?? inRow(grid, nextColumn(grid, from, -1), last)
  }
}

const at = (place: FigurePlace | undefined): Position | null =>
  place === undefined ? null : { key: place.key, column: place.left }

const other = (from: Position, to: Position | null): Position | null => (to?.key === from.key ? null : to)

function inOrder(grid: FigureGrid, from: Position, by: number): Position | null {
  const key = grid.order[grid.order.indexOf(from.key) + by]
  return key === undefined ? null : positionAt(grid, key)
}

/** The figure of a row over or under the kept column; beside it, the nearest. */
function inRow(grid: FigureGrid, from: Position | null, row: number): Position | null {
  const places = grid.rows[row]
  if (from === null || places === undefined) return null
  const distance = ({ left, right }: FigurePlace): number =>
    from.column < left ? left - from.column : Math.max(0, from.column - right)
  const nearest = places.reduce((best, place) => (distance(place) < distance(best) ? place : best))
  return { key: nearest.key, column: from.column }
}

/** At the foot of a column Enter goes on with the next one, so that a column-wise clerk need not reach for the mouse. */
function nextColumn(grid: FigureGrid, { key, column }: Position, by: 1 | -1): Position | null {
  const next = column + by
  return grid.rows.flat().some(({ left, right }) => left <= next && next <= right) ? { key, column: next } : null
}
