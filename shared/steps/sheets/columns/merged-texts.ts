import { cellText, type Merge, type SheetTable } from '../cell.ts'
import { sheetLimits } from '../sheet-problem.ts'

/** What stands in the cells of a row, each text of a merged cell in all of it. */
export type MergedTexts = (row: number) => string[]

/** A cell merged over this many columns and all of the sheet's is the title above it: it heads no column. */
const TITLE = 4

/**
 * The texts of the first rows of a sheet, as headings are read: what a merged cell says stands in all of it, and a title
 * over the whole sheet in none.
 */
export function mergedTexts({ merges, rows }: SheetTable, searched: number): MergedTexts {
  const width = Math.max(0, ...Array.from(rows.slice(0, searched), (row) => row?.length ?? 0))
  const isTitle = ({ left, right }: Merge): boolean => left === 0 && right + 1 >= Math.max(width, TITLE)
  /** By row and column, the cell that holds the text; null: a title's. */
  const cover: Map<number, readonly [number, number] | null>[] = []
  for (const merge of merges) {
    const { top, left, bottom, right } = merge
    for (let r = top; r <= Math.min(bottom, searched); r += 1) {
      const line = cover[r] ?? new Map<number, readonly [number, number] | null>()
      cover[r] = line
      if (line.size > sheetLimits.columns) continue
      for (let c = left; c <= Math.min(right, sheetLimits.columns); c += 1) {
        if (!line.has(c)) line.set(c, isTitle(merge) ? null : [top, left])
      }
    }
  }
  return (row) => {
    const line = cover[row]
    const end = Math.max(rows[row]?.length ?? 0, ...[...(line?.keys() ?? [])].map((column) => column + 1))
    return Array.from({ length: end }, (_, column) => {
      const covered = line?.get(column)
      if (covered === null) return ''
      const [r, c] = covered ?? [row, column]
      return cellText(rows[r]?.[c])
    })
  }
}
