import type { Form } from '../../shared/catalogue/forms/form.ts'
import type { Finding } from '../../shared/model/report/finding.ts'

/**
 * One finding as a line of JSON. A finding about a whole table names all its cells, one about a supplement figure
 * names that figure, because a line has no other place to say so.
 */
export function findingLine(form: Form, finding: Finding, message: string): string {
  const { rule, severity, expected, actual } = finding
  const table = form.tables.find(({ id }) => id === finding.section)
  const cells = finding.supplement === undefined ? (table?.cells ?? finding.cells) : [finding.supplement]
  return JSON.stringify({ rule, severity, cells, message, expected, actual })
}
