import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { contributions } from '../../../shared/steps/derive/trace.ts'
import { type FigureRegister, type FigureRow, yearFigure } from './figure-grid.ts'

/**
 * Rows that a year's report has no place for, neither in a table of its form nor in 补充数字, and in which nothing
 * stands: nobody needs to fill them in.
 */
export function unaskedRows(
  form: Form,
  { register, period, subject, value }: FigureRegister,
  rows: readonly FigureRow[],
  year: number,
): ReadonlySet<FigureRow> {
  return new Set(
    rows.filter((row) => {
      if (yearFigure(row) !== '' || row.source !== '') return false
      const facts = { [period.key]: String(year), [subject.key]: row.subject.value, [value.key]: '1', amount: '1' }
      return contributions(form, year, register.id, facts).length === 0
    }),
  )
}
