import type { Form } from '../../shared/catalogue/forms/form.ts'
import { formById } from '../../shared/catalogue/forms/forms.ts'
import type { Report } from '../../shared/model/report/report.ts'

/** The form of a report that was parsed, which only succeeds with a form that this program has. */
export function formOf(report: Report): Form {
  const form = formById(report.form)
  if (form === null) throw new Error(`unknown form ${report.form}`)
  return form
}
