import { Big } from 'big.js'
import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import { amountOf, readFigure, toCellValue } from '../../model/report/figure.ts'
import type { CellValue, Report } from '../../model/report/report.ts'

export interface CompletedCells {
  readonly cells: Report['cells']
  /** The totals that were empty and now hold the sum of their parts. */
  readonly computed: ReadonlySet<CellKey>
}

/**
 * Fills the empty totals of a report from their parts. Over blank parts a total stays blank, over a part that cannot be
 * read it is left alone; a total that somebody typed or sent stays as it is, and `check()` says if it is wrong.
 */
export function completeTotals(form: Form, given: Report['cells']): CompletedCells {
  const cells: Record<CellKey, CellValue> = { ...given }
  const computed = new Set<CellKey>()
  const unknown = new Set<CellKey>()
  for (const { key, parts } of form.totals) {
    const cell = form.cells.get(key)
    if (cell === undefined || (cells[key] ?? null) !== null) continue
    const sum = sumOfParts(form, cells, parts, unknown)
    if (sum === 'unknown') unknown.add(key)
    if (sum === 'unknown' || sum === 'blank') continue
    cells[key] = toCellValue(cell, sum)
    computed.add(key)
  }
  return { cells, computed }
}

function sumOfParts(
  form: Form,
  cells: Report['cells'],
  parts: readonly CellKey[],
  unknown: ReadonlySet<CellKey>,
): Big | 'blank' | 'unknown' {
  let sum = new Big(0)
  let isBlank = true
  for (const part of parts) {
    const cell = form.cells.get(part)
    const value = cells[part] ?? null
    const amount = cell === undefined ? null : amountOf(cell, value)
    if (cell === undefined || amount === null || unknown.has(part)) return 'unknown'
    const { kind } = readFigure(cell, value)
    if (kind !== 'empty' && kind !== 'notApplicable') isBlank = false
    sum = sum.plus(amount)
  }
  return isBlank ? 'blank' : sum
}
