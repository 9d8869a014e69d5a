import type { Form } from '../../catalogue/forms/form.ts'
import { formById } from '../../catalogue/forms/forms.ts'
import type { Finding } from '../../model/report/finding.ts'
import type { Report } from '../../model/report/report.ts'
import { checkEquations } from './check-equations.ts'
import { checkEmptyTables, checkFormYear, checkValues } from './check-report.ts'
import { compareFigures } from './compare-figures.ts'
import { compareTexts } from './compare-texts.ts'

export interface LastYear {
  readonly lastYear?: Report
  /** Needed only where last year's form is not one that this program brings. */
  readonly lastYearForm?: Form
}

/**
 * Runs the rules that hold for every report, and with last year's report those that compare the two years, also
 * across two forms. A blank counts as 0 in a sum; a blank total over filled parts is an error; each broken equation
 * is reported once. Findings come in a fixed order: values, form, equations, tables, comparison.
 */
export function check(form: Form, report: Report, { lastYear, lastYearForm }: LastYear = {}): Finding[] {
  const lastForm = lastYear === undefined ? null : (lastYearForm ?? formById(lastYear.form))
  const last = lastYear === undefined || lastForm === null ? null : { form: lastForm, report: lastYear }
  return [
    ...checkValues(form, report),
    ...checkFormYear(form, report),
    ...checkEquations(form, report, last),
    ...checkEmptyTables(form, report),
    ...(last === null ? [] : [...compareFigures(form, report, last), ...compareTexts(form, report, last)]),
  ]
}
