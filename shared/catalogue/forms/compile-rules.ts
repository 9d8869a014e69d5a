import type { Tell } from '../catalogue-problem.ts'
import { expand, type Fill, namedValues } from './expand.ts'
import type { CellKey, Equation, Term, Total } from './form.ts'
import type { FormDefinition } from './form-definition.ts'
import type { FormSets } from './form-sets.ts'
import { isNamedRule, isRuleCode } from './rule-codes.ts'
import type { TermDefinition } from './rule-definition.ts'

/** A cell's key, told of where the form has none. */
export type KnownCell = (text: string) => CellKey | null

/** The equations of a form with their cells filled in, and its totals in the order in which they can be computed. */
export function compileRules(
  { rules }: Pick<FormDefinition, 'rules'>,
  sets: FormSets,
  known: KnownCell,
  tell: Tell,
): { readonly equations: Equation[]; readonly totals: Total[] } {
  const equations: Equation[] = []
  const totals: Total[] = []
  for (const rule of rules) {
    if (rule.check === 'named' && !isNamedRule(rule.code)) tell('unknown-rule', rule.code)
    if (rule.check !== 'equal' && rule.check !== 'at-least') continue
    const { check, code, severity, occasion } = rule
    if (rule.says === undefined && !isRuleCode(code)) tell('unknown-rule', code)
    expand(namedValues(sets, rule.forEach), (fill) => {
      const terms = (side: readonly TermDefinition[]): Term[] =>
        side.flatMap((term) => compileTerm(sets, term, fill, known))
      const [left, right] = [terms(rule.left), terms(rule.right)]
      equations.push({ code, severity, occasion, relation: check, left, right })
      const [first] = left
      if (rule.totals && first?.of === 'this-year' && !totals.some(({ key }) => key === first.key)) {
        const parts = right.flatMap((term) => (term.of === 'this-year' ? [term.key] : []))
        totals.push({ code, key: first.key, parts })
      }
    })
  }
  return { equations, totals: inOrder(totals, tell) }
}

function compileTerm(sets: FormSets, term: TermDefinition, outer: Fill, known: KnownCell): Term[] {
  if (typeof term === 'string') return thisYear(known(outer(term)), false)
  const minus = term.minus ?? false
  return expand(namedValues(sets, term.forEach), (inner) => {
    const text = inner(outer(term.cell))
    return term.of === undefined ? thisYear(known(text), minus) : [{ of: term.of, key: text, minus }]
  }).flat()
}

const thisYear = (key: CellKey | null, minus: boolean): Term[] =>
  key === null ? [] : [{ of: 'this-year', key, minus }]

/** Sorts totals so that a total of totals comes after them. */
function inOrder(totals: readonly Total[], tell: Tell): Total[] {
  const byKey = new Map(totals.map((total) => [total.key, total]))
  const sorted = new Set<Total>()
  const visit = (total: Total, above: readonly CellKey[]): void => {
    if (above.includes(total.key)) {
      tell('endless-total', total.key)
      return
    }
    for (const part of total.parts) {
      const inner = byKey.get(part)
      if (inner !== undefined && !sorted.has(inner)) visit(inner, [...above, total.key])
    }
    sorted.add(total)
  }
  for (const total of totals) visit(total, [])
  return [...sorted]
}
