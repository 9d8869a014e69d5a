import { formById } from '../../../shared/catalogue/catalogue.ts'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { readPackage } from '../../../shared/model/package/package-record.ts'
import { summarise } from '../../../shared/steps/check/summarise.ts'
import type { PackageRow, SummaryRow } from '../tables/database.ts'

/** What a desk lists of a package; null where it was taken out or is not readable. */
export function summaryRow(forms: readonly Form[], { id, groups }: PackageRow): SummaryRow | null {
  const received = readPackage(id, groups, forms)
  const form = received === null ? null : formById(forms, received.report.form)
  if (received === null || form === null) return null
  const { unit, ...summary } = summarise(form, forms, received)
  return { ...summary, unit: unit.code, name: unit.name }
}
