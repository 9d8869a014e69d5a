import { Big } from 'big.js'
import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import { amountOf, toCellValue } from '../../model/report/figure.ts'
import type { Finding } from '../../model/report/finding.ts'
import type { Report } from '../../model/report/report.ts'
import type { Adjustment } from '../../model/report/report-record.ts'
import { sumOfTally } from '../aggregate/sum-of-tally.ts'
import { changeTally, type Tally } from '../aggregate/tally.ts'
import { severityOf } from './named-rule.ts'

export interface DeskFigures {
  /** What counts of the units below. */
  readonly sent: Tally
  /** The desk's own figures, where it has some. */
  readonly own: Report | null
  readonly adjustments: ReadonlyMap<CellKey, Adjustment>
}

/** Rule `children-sum`: a total's cell is its children + own + adjustments. A sum that cannot be made is skipped. */
export function checkChildrenSum(form: Form, total: Report, desk: DeskFigures): Finding[] {
  const severity = severityOf(form, 'children-sum')
  if (severity === null) return []
  const { sent, own, adjustments } = desk
  const tally = own === null ? sent : changeTally(form, sent, { added: [own] })
  const { report: sum, findings } = sumOfTally(form, tally, total.year, total.unit)
  const unreadable = new Set(findings.flatMap(({ cells }) => cells))
  const broken: Finding[] = []
  for (const [key, cell] of form.cells) {
    const summed = amountOf(cell, sum.cells[key] ?? null)
    const actual = total.cells[key] ?? null
    const stands = amountOf(cell, actual)
    if (unreadable.has(key) || summed === null || stands === null) continue
    const expected = summed.plus(new Big(adjustments.get(key)?.by ?? 0))
    if (expected.eq(stands)) continue
    broken.push({
      rule: 'children-sum',
      severity,
      place: { kind: 'cell', cell: key },
      cells: [key],
      expected: toCellValue(cell, expected),
      actual,
    })
  }
  return broken
}
