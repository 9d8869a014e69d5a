/**
 * Names of the rules, as `ogi check` prints them; a form's data says which of them it has. `equation`: the form's data
 * holds it all; `named`: it is code of its name.
 */
const rules = {
  value: 'named',
  'form-year': 'named',
  balance: 'equation',
  'outcome-sum': 'equation',
  'applicant-sum': 'equation',
  'dispute-sum': 'equation',
  'published-within-total': 'equation',
  'empty-table': 'named',
  carry: 'equation',
  'in-force': 'equation',
  'items-carry': 'equation',
  outlier: 'named',
  'same-as-last-year': 'named',
  'children-sum': 'named',
  'missing-section': 'named',
  'blank-cells': 'named',
  'out-of-proportion': 'named',
  'same-unit': 'named',
} as const

export type RuleCode = keyof typeof rules

/** Every rule that the program has words for. */
export const ruleCodes = Object.keys(rules).filter(isRuleCode)

export function isRuleCode(code: string): code is RuleCode {
  return Object.hasOwn(rules, code)
}

/** Whether the program has the logic of a rule that a form only names. */
export function isNamedRule(code: string): boolean {
  return isRuleCode(code) && rules[code] === 'named'
}
