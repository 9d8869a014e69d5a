import { formById } from '../../catalogue/catalogue.ts'
import type { Form } from '../../catalogue/forms/form.ts'
import type { Report } from '../../model/report/report.ts'
import type { FormedReport } from './check-equations.ts'

/** A report with its form; null where there is none, or its form is not known. */
export function formedReport(forms: readonly Form[], report: Report | null | undefined): FormedReport | null {
  const form = report == null ? null : formById(forms, report.form)
  return report == null || form === null ? null : { form, report }
}
