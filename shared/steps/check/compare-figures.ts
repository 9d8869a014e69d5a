import type { Big } from 'big.js'
import type { Cell, Form, Table } from '../../catalogue/forms/form.ts'
import { amountOf, readFigure } from '../../model/report/figure.ts'
import type { Finding } from '../../model/report/finding.ts'
import type { Report } from '../../model/report/report.ts'
import type { FormedReport } from './check-equations.ts'
import { severityOf } from './named-rule.ts'

/** Rules `outlier` and `same-as-last-year` over the figures. */
export function compareFigures(form: Form, report: Report, last: FormedReport): Finding[] {
  return [...findOutliers(form, report, last), ...findRepeatedTables(form, report, last)]
}

/** The figure in a cell, or null where none stands there or it cannot be read. */
function figureIn(cell: Cell | undefined, report: Report): Big | null {
  if (cell === undefined) return null
  const value = report.cells[cell.key] ?? null
  const { kind } = readFigure(cell, value)
  return kind === 'count' || kind === 'money' ? amountOf(cell, value) : null
}

function findOutliers(form: Form, report: Report, last: FormedReport): Finding[] {
  const rule = form.definition.rules.find(({ check }) => check === 'outlier')
  if (rule?.check !== 'outlier') return []
  const findings: Finding[] = []
  for (const [key, cell] of form.cells) {
    // A change (本年增/减) swings freely from year to year.
    if (cell.kind === 'change') continue
    const now = figureIn(cell, report)
    const before = figureIn(last.form.cells.get(key), last.report)
    if (now === null || before === null) continue
    const [low, high] = now.lt(before) ? [now, before] : [before, now]
    if (high.minus(low).lt(rule.difference) || high.lt(low.times(rule.factor))) continue
    findings.push({
      rule: 'outlier',
      severity: rule.severity,
      place: { kind: 'cell', cell: key },
      cells: [key],
      expected: last.report.cells[key] ?? null,
      actual: report.cells[key] ?? null,
    })
  }
  return findings
}

function findRepeatedTables(form: Form, report: Report, last: FormedReport): Finding[] {
  const severity = severityOf(form, 'same-as-last-year')
  if (severity === null) return []
  return form.tables
    .filter((table) => isRepeated(table, { form, report }, last))
    .map(({ id }) => ({
      rule: 'same-as-last-year',
      severity,
      place: { kind: 'table', table: id },
      cells: [],
      expected: null,
      actual: null,
    }))
}

/** All figures of the table are last year's and not all of them 0; blank and 0 are the same figure here. */
function isRepeated(table: Table, current: FormedReport, last: FormedReport): boolean {
  const before = last.form.tables.find(({ id }) => id === table.id)
  if (before?.cells.length !== table.cells.length) return false
  let hasFigure = false
  for (const key of table.cells) {
    const cell = current.form.cells.get(key)
    const lastCell = last.form.cells.get(key)
    if (cell === undefined || lastCell === undefined) return false
    const now = amountOf(cell, current.report.cells[key] ?? null)
    const then = amountOf(lastCell, last.report.cells[key] ?? null)
    if (now === null || then === null || !now.eq(then)) return false
    if (!now.eq(0)) hasFigure = true
  }
  return hasFigure
}
