import type { Tell } from '../catalogue-problem.ts'
import { checkForm } from './check-form.ts'
import { compileDerivations } from './compile-derivation.ts'
import { compileRules } from './compile-rules.ts'
import { compileTables } from './compile-tables.ts'
import type { Cell, CellKey, Form } from './form.ts'
import type { FormDefinition } from './form-definition.ts'
import { formSets } from './form-sets.ts'

/**
 * Expands a form's data into what the program reads: cells, printed lines, equations, totals, derivations. What does not
 * hold together is told, and the form is then not one to be used. `to`: the last year before the form that follows it.
 */
export function compileForm(definition: FormDefinition, to: number | null, tell: Tell): Form {
  const cells = new Map<CellKey, Cell>()
  const tables = compileTables(definition, cells, tell)
  const key = (text: string): CellKey | null => cells.get(text as CellKey)?.key ?? null
  const known = (text: string): CellKey | null => {
    const found = key(text)
    if (found === null) tell('unknown-cell', text)
    return found
  }
  const sets = formSets(definition)
  const { equations, totals } = compileRules(definition, sets, known, tell)
  const derivations = compileDerivations(definition, sets, key, tell)
  const years = { from: definition.from, to }
  const form: Form = { id: definition.id, years, definition, sets, tables, cells, equations, totals, derivations, key }
  checkForm(form, tell)
  return form
}
