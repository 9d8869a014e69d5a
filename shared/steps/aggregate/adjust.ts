import { Big } from 'big.js'
import type { Cell } from '../../catalogue/forms/form.ts'
import { amountOf } from '../../model/report/figure.ts'
import type { CellValue } from '../../model/report/report.ts'
import type { Adjustment } from '../../model/report/report-record.ts'

/**
 * By how much a sum must be adjusted so that `wanted` stands there; `shown` is what stands there now, with `current`
 * in it. Null where one of the two is not a figure, or nothing changes.
 */
export function adjustBy(
  cell: Cell,
  shown: CellValue,
  wanted: CellValue,
  current: Adjustment | null,
): Adjustment['by'] | null {
  const from = amountOf(cell, shown)
  const to = amountOf(cell, wanted)
  if (from === null || to === null || wanted === null) return null
  const by = to.minus(from).plus(new Big(current?.by ?? 0))
  return cell.kind === 'money' ? by.toFixed() : by.toNumber()
}

/** Two adjustments of one cell become one: their amounts add exactly. */
export function addToAdjustment(cell: Cell, current: Adjustment | null, by: Adjustment['by']): Adjustment['by'] {
  const sum = new Big(current?.by ?? 0).plus(new Big(by))
  return cell.kind === 'money' ? sum.toFixed() : sum.toNumber()
}
