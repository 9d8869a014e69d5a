import type { Form } from '../../catalogue/forms/form.ts'
import type { PackageSummary, TableFill } from '../../model/package/package-summary.ts'
import type { ReceivedPackage } from '../../model/package/received-package.ts'
import { findingId } from '../../model/report/finding.ts'
import { NOT_APPLICABLE } from '../../model/report/report.ts'
import { checkWhole } from './check-whole.ts'
import { comparedFigures } from './out-of-proportion.ts'

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
  const findings = checkWhole(form, report, { forms, layer: header.layer })
  const errors = findings.filter(({ severity }) => severity === 'error')
  return {
    ...header,
    form: form.id,
    tables,
    errors: errors.length,
    warnings: findings.length - errors.length,
    broken: errors.map(findingId),
    figures: comparedFigures(form, report),
    phone: basis.people.phone,
    isFilledIn: basis.filledBy !== undefined,
  }
}
