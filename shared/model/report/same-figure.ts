import { amountOf, type FigureSpec, readFigure } from './figure.ts'
import type { CellValue } from './report.ts'

/** Whether a typed figure says what a derived one says: `12.50` 万元 is `12.5`; 0 is not `n/a`. */
export function sameFigure(spec: FigureSpec, typed: CellValue, derived: CellValue): boolean {
  if (typed === derived) return true
  const [left, right] = [readFigure(spec, typed), readFigure(spec, derived)]
  if (left.kind !== 'money' || right.kind !== 'money') return false
  return amountOf(spec, typed)?.eq(right.value) === true
}
