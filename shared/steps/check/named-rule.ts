import type { Form } from '../../catalogue/forms/form.ts'
import { type RuleCode, ruleCodes } from '../../catalogue/forms/rule-codes.ts'
import type { Severity } from '../../model/report/finding.ts'

/** How severe a form takes one of its named rules, or null where it does not have it. */
export function severityOf(form: Form, code: RuleCode): Severity | null {
  return form.definition.rules.find((rule) => rule.code === code)?.severity ?? null
}

/** Throws on a rule that this program has no words for: a form's data must not bring one. */
export function toRuleCode(code: string): RuleCode {
  const known = ruleCodes.find((name) => name === code)
  if (known === undefined) throw new Error(`unknown rule ${code}`)
  return known
}
