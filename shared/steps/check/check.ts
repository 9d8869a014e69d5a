import type { Form } from '../../catalogue/forms/form.ts'
import type { Finding } from '../../model/report/finding.ts'
import type { Report } from '../../model/report/report.ts'
import { checkEquations } from './check-equations.ts'
import { checkEmptyTables, checkFormYear, checkValues } from './check-report.ts'
import { compareFigures } from './compare-figures.ts'
import { compareTexts } from './compare-texts.ts'
import { formedReport } from './formed-report.ts'

export interface CheckedBeside {
  /** All that are known: the right one for the year is among them, and that of last year. */
  readonly forms: readonly Form[]
  readonly lastYear?: Report | null | undefined
}

/**
 * Runs the rules that hold for every report, and with last year's report those that compare the two years, also
 * across two forms. A blank counts as 0 in a sum; a blank total over filled parts is an error; each broken equation
 * is reported once. Findings come in a fixed order: values, form, equations, tables, comparison.
 */
export function check(form: Form, report: Report, { forms, lastYear }: CheckedBeside): Finding[] {
  const last = formedReport(forms, lastYear)
  return [
    ...checkValues(form, report),
    ...checkFormYear(form, report, forms),
    ...checkEquations(form, report, last),
    ...checkEmptyTables(form, report),
    ...(last === null ? [] : [...compareFigures(form, report, last), ...compareTexts(form, report, last)]),
  ]
}
