import { Big } from 'big.js'
import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import { readFigure } from '../../model/report/figure.ts'
import type { Finding } from '../../model/report/finding.ts'
import type { Report, UnitName } from '../../model/report/report.ts'
import { severityOf } from './named-rule.ts'

/** A unit's figures that are not 0, by cell, as decimal strings. */
export interface ComparedUnit {
  readonly unit: UnitName
  readonly figures: Readonly<Record<string, string>>
}

/**
 * How many times the next smaller figure one must be to stand out. 元 typed for 万元 is 10,000 times too much, over what
 * differs by itself; licences of a bureau and of a township differ by hundreds.
 */
const farApart: Readonly<Record<'money' | 'count', number>> = { money: 100, count: 1000 }

/** What a unit is compared by: its readable figures other than 0; totals follow from them, changes swing freely. */
export function comparedFigures(form: Form, report: Report): Record<string, string> {
  const totals = new Set(form.totals.map(({ key }) => key))
  const figures: Record<string, string> = {}
  for (const [key, cell] of form.cells) {
    const figure = readFigure(cell, report.cells[key] ?? null)
    if (cell.kind === 'change' || totals.has(key) || (figure.kind !== 'count' && figure.kind !== 'money')) continue
    const amount = new Big(figure.value)
    if (amount.gt(0)) figures[key] = amount.toFixed()
  }
  return figures
}

/**
 * Rule `out-of-proportion`: among the units of one year a figure that is far above all the others (元 among 万元), also
 * without a report of last year. At most half of a cell's figures stand out. `expected`: the largest of the others.
 */
export function findOutOfProportion(form: Form, units: readonly ComparedUnit[]): Finding[] {
  const severity = severityOf(form, 'out-of-proportion')
  if (severity === null) return []
  const byCell = new Map<string, { unit: UnitName; amount: number; text: string }[]>()
  for (const { unit, figures } of units) {
    for (const [key, text] of Object.entries(figures)) {
      const one = { unit, amount: Number(text), text }
      const known = byCell.get(key)
      if (known === undefined) byCell.set(key, [one])
      else known.push(one)
    }
  }
  return [...form.cells.values()].flatMap((cell) => {
    const sorted = (byCell.get(cell.key) ?? []).toSorted((a, b) => a.amount - b.amount)
    const factor = cell.kind === 'money' ? farApart.money : farApart.count
    const from = sorted.findIndex(
      ({ amount }, i) => 2 * i >= sorted.length && amount >= factor * (sorted[i - 1]?.amount ?? amount),
    )
    const largest = sorted[from - 1]
    if (largest === undefined) return []
    return sorted.slice(from).map(({ unit, text }) => outOfProportion(cell.key, unit, largest.text, text, severity))
  })
}

const outOfProportion = (
  cell: CellKey,
  unit: UnitName,
  expected: string,
  actual: string,
  severity: Finding['severity'],
): Finding => ({
  rule: 'out-of-proportion',
  severity,
  place: { kind: 'cell', cell },
  cells: [cell],
  expected,
  actual,
  unit,
})
