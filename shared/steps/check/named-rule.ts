import type { Form } from '../../catalogue/forms/form.ts'
import type { RuleCode } from '../../catalogue/forms/rule-codes.ts'
import type { Severity } from '../../model/report/finding.ts'

/** How severe a form takes one of its named rules, or null where it does not have it. */
export function severityOf(form: Form, code: RuleCode): Severity | null {
  return form.definition.rules.find((rule) => rule.code === code)?.severity ?? null
}
