import type { CellKey } from '../../../shared/catalogue/forms/form.ts'
import { formatFigure } from '../../../shared/model/report/figure.ts'
import type { Report } from '../../../shared/model/report/report.ts'
import type { FigureGrid } from './grid-geometry.ts'

/** The selected figures as rows of text, merged cells as one value and blanks, so that they fit where they came from. */
export function copyBlock(grid: FigureGrid, selected: readonly CellKey[], cells: Report['cells']): string[][] {
  const wanted = new Set(selected)
  const rows = grid.rows.map((row) => row.filter(({ key }) => wanted.has(key))).filter((row) => row.length > 0)
  const left = Math.min(...rows.flat().map((place) => place.left))
  const right = Math.max(...rows.flat().map((place) => place.right))
  return rows.map((row) => {
    const texts = Array.from({ length: right - left + 1 }, () => '')
    for (const place of row) texts[place.left - left] = formatFigure(cells[place.key] ?? null)
    return texts
  })
}
