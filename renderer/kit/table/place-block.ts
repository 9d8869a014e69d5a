import type { CellKey, GridLine } from '../../../shared/catalogue/forms/form.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import type { FigureGrid, FigurePlace } from './grid-geometry.ts'

/** A text and the cell it was pasted into. */
export interface PlacedText {
  readonly key: CellKey
  readonly text: string
}

/** Why a pasted block has no place in the table. Nothing of it is then taken. */
export type PasteProblem =
  | { readonly code: 'nothing' }
  | { readonly code: 'too-wide'; readonly columns: number; readonly room: number }
  | { readonly code: 'too-tall'; readonly rows: number; readonly room: number }
  | { readonly code: 'off-figure'; readonly row: number; readonly column: number; readonly text: string }

/**
 * Puts a pasted block on the figures right of and below `start`, merged cells where the form has them. Blank cells
 * empty their figure. One single value goes into every figure of `selection`. A block that was copied with the
 * heading lines between two parts of a table is recognised by their labels.
 */
export function placeBlock(
  lines: readonly GridLine[],
  grid: FigureGrid,
  start: CellKey,
  selection: readonly CellKey[],
  pasted: readonly (readonly string[])[],
): Result<PlacedText[], PasteProblem> {
  const rows = trimEmpty(pasted)
  const place = grid.places.get(start)
  if (place === undefined || rows.length === 0) return fail({ code: 'nothing' })
  const single = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined
  if (single !== undefined) {
    const keys = selection.length > 1 ? selection : [start]
    return ok(keys.map((key) => ({ key, text: single })))
  }

  const columns = Math.max(...rows.map((row) => row.length))
  const room = Math.max(...grid.rows.flat().map(({ right }) => right)) - place.left + 1
  if (columns > room) return fail({ code: 'too-wide', columns, room })
  const targets = targetRows(lines, grid, place, rows)
  if (targets === null) {
    const lower = grid.rows.filter((figures) => (figures[0]?.top ?? 0) >= place.top)
    return fail({ code: 'too-tall', rows: rows.length, room: lower.length })
  }

  const placed: PlacedText[] = []
  for (const [i, row] of rows.entries()) {
    const figures = targets[i]
    if (figures === undefined || figures === HEADING) continue
    for (let j = 0; j < columns; j += 1) {
      const text = row[j] ?? ''
      const figure = figures.find(({ left }) => left === place.left + j)
      if (figure !== undefined) placed.push({ key: figure.key, text })
      else if (text.trim() !== '') return fail({ code: 'off-figure', row: i + 1, column: j + 1, text })
    }
  }
  return ok(placed)
}

const HEADING = 'heading'

/** Which figures each pasted row is for: line by line where its labels show it, else figure row by figure row. */
function targetRows(
  lines: readonly GridLine[],
  grid: FigureGrid,
  place: FigurePlace,
  rows: readonly (readonly string[])[],
): (readonly FigurePlace[] | typeof HEADING)[] | null {
  const below = grid.rows.filter((figures) => (figures[0]?.top ?? 0) >= place.top)
  if (carriesHeadings(lines, place.top, rows)) {
    return rows.map((_, i) => below.find((figures) => figures[0]?.top === place.top + i) ?? HEADING)
  }
  return rows.length > below.length ? null : below.slice(0, rows.length)
}

function carriesHeadings(lines: readonly GridLine[], top: number, rows: readonly (readonly string[])[]): boolean {
  if (top + rows.length > lines.length) return false
  const squeeze = (text: string): string => text.replace(/\s+/g, '')
  let labels = 0
  for (const [i, row] of rows.entries()) {
    const line = lines[top + i]
    if (line?.kind !== 'head') continue
    const own = new Set(line.boxes.map((box) => (box.kind === 'label' ? squeeze(box.text) : '')))
    const filled = row.map(squeeze).filter((text) => text !== '')
    if (!filled.every((text) => own.has(text))) return false
    labels += filled.length
  }
  return labels > 0
}

/** Without the empty rows and columns at the end that a wide selection in Excel brings along. */
function trimEmpty(rows: readonly (readonly string[])[]): string[][] {
  const isEmpty = (text: string | undefined): boolean => (text ?? '').trim() === ''
  let height = rows.length
  while (height > 1 && rows[height - 1]?.every(isEmpty)) height -= 1
  let width = Math.max(0, ...rows.map((row) => row.length))
  while (width > 1 && rows.every((row) => isEmpty(row[width - 1]))) width -= 1
  return rows.slice(0, height).map((row) => row.slice(0, width))
}
