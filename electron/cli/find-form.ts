import { formById } from '../../shared/catalogue/catalogue.ts'
import type { Form } from '../../shared/catalogue/forms/form.ts'
import type { Report } from '../../shared/model/report/report.ts'

/** The form of a report that was parsed, which only succeeds with one of these. */
export function formOf(forms: readonly Form[], report: Report): Form {
  const form = formById(forms, report.form)
  if (form === null) throw new Error(`unknown form ${report.form}`)
  return form
}
