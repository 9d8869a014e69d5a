import type { Form } from '../../catalogue/forms/form.ts'
import type { PackageSummary, TableFill } from '../../model/package/package-summary.ts'
import type { ReceivedPackage } from '../../model/package/received-package.ts'
import { NOT_APPLICABLE } from '../../model/report/report.ts'
import { check } from './check.ts'

/** What a desk lists of a submission. `form`: that of its report. */
export function summarise(
  form: Form,
  forms: readonly Form[],
  { report, basis, ...header }: ReceivedPackage,
): PackageSummary {
  const tables: Record<string, TableFill> = {}
  for (const { id, cells } of form.tables) {
    const filled = cells.filter((key) => (report.cells[key] ?? null) !== null && report.cells[key] !== NOT_APPLICABLE)
    tables[id] = { filled: filled.length, of: cells.length, stated: report.statements.includes(id) }
  }
  const findings = check(form, report, { forms })
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return {
    ...header,
    form: form.id,
    tables,
    errors,
    warnings: findings.length - errors,
    phone: basis.people.phone,
    isFilledIn: basis.filledBy !== undefined,
  }
}
