import { formForYear } from '../../catalogue/catalogue.ts'
import type { Form } from '../../catalogue/forms/form.ts'
import { readFigure, valueFlaw } from '../../model/report/figure.ts'
import type { Finding } from '../../model/report/finding.ts'
import type { Report } from '../../model/report/report.ts'
import { supplementKind } from '../../model/report/report-json.ts'
import { severityOf } from './named-rule.ts'

/** Rule `value`: every figure is one that its cell may hold. */
export function checkValues(form: Form, report: Report): Finding[] {
  const severity = severityOf(form, 'value')
  if (severity === null) return []
  const findings: Finding[] = []
  for (const [key, cell] of form.cells) {
    const actual = report.cells[key] ?? null
    if (valueFlaw(cell, actual) !== null) {
      findings.push({
        rule: 'value',
        severity,
        place: { kind: 'cell', cell: key },
        cells: [key],
        expected: null,
        actual,
      })
    }
  }
  for (const [figure, actual] of Object.entries(report.supplement)) {
    if (valueFlaw({ kind: supplementKind(form, figure) }, actual) !== null) {
      findings.push({
        rule: 'value',
        severity,
        place: { kind: 'supplement', figure },
        cells: [],
        expected: null,
        actual,
      })
    }
  }
  return findings
}

/** Rule `form-year`: the form is the one for the year. */
export function checkFormYear(form: Form, report: Report, forms: readonly Form[]): Finding[] {
  const severity = severityOf(form, 'form-year')
  const { from, to } = form.years
  if (severity === null || (report.year >= from && (to === null || report.year <= to))) return []
  const expected = formForYear(forms, report.year)?.id ?? null
  return [{ rule: 'form-year', severity, place: { kind: 'report' }, cells: [], expected, actual: form.id }]
}

/** Rule `empty-table`: a table with no figure, and nobody said that it is empty on purpose. */
export function checkEmptyTables(form: Form, report: Report): Finding[] {
  const severity = severityOf(form, 'empty-table')
  if (severity === null) return []
  const isEmpty = (cells: readonly (keyof Report['cells'])[]): boolean =>
    cells.every((key) => {
      const cell = form.cells.get(key)
      const kind = cell === undefined ? 'empty' : readFigure(cell, report.cells[key] ?? null).kind
      // `--` alone is no figure: a table in which only 规章 is settled has not been filled.
      return kind === 'empty' || kind === 'notApplicable'
    })
  return form.tables
    .filter(({ id, cells }) => !report.statements.includes(id) && isEmpty(cells))
    .map(({ id }) => ({
      rule: 'empty-table',
      severity,
      place: { kind: 'table', table: id },
      cells: [],
      expected: null,
      actual: null,
    }))
}
