import type { Form } from '../../catalogue/forms/form.ts'
import { readFigure } from '../../model/report/figure.ts'
import type { Finding } from '../../model/report/finding.ts'
import type { Report } from '../../model/report/report.ts'
import { severityOf } from './named-rule.ts'

/**
 * Rule `blank-cells`: a table that was begun and not completed, one line each. What nobody filled would be printed as
 * `blank` says and read as 0. `cells`: the blank ones, first those that somebody types, then totals, which follow.
 */
export function checkBlankCells(form: Form, report: Report): Finding[] {
  const severity = severityOf(form, 'blank-cells')
  if (severity === null) return []
  const totals = new Set(form.totals.map(({ key }) => key))
  return form.tables.flatMap(({ id, cells }): Finding[] => {
    const kinds = cells.map((key) => {
      const cell = form.cells.get(key)
      return { key, kind: cell === undefined ? 'notApplicable' : readFigure(cell, report.cells[key] ?? null).kind }
    })
    const blank = kinds.filter(({ kind }) => kind === 'empty').map(({ key }) => key)
    const isBegun = kinds.some(({ kind }) => kind !== 'empty' && kind !== 'notApplicable')
    if (blank.length === 0 || !isBegun) return []
    return [
      {
        rule: 'blank-cells',
        severity,
        place: { kind: 'table', table: id },
        cells: blank.toSorted((a, b) => Number(totals.has(a)) - Number(totals.has(b))),
        expected: null,
        actual: null,
      },
    ]
  })
}
