import type { Tell } from '../catalogue-problem.ts'
import type { Form } from '../forms/form.ts'
import { membersOf } from '../forms/form-sets.ts'
import { checkRegister } from './check-register.ts'
import type { Choice, RegisterDefinition, StageField } from './register-definition.ts'

/**
 * A register with the choices that the forms' rows and columns are: those of the newest form first, each with the years in
 * which it can be chosen.
 */
export function compileRegister(register: RegisterDefinition, forms: readonly Form[], tell: Tell): RegisterDefinition {
  checkRegister(register, tell)
  const filled = <F extends StageField>(field: F): F => {
    if (field.choicesFrom === undefined) return field
    const choices = choicesOf(field.choicesFrom, forms)
    if (choices.length === 0) tell('unknown-set', field.key)
    return { ...field, choices }
  }
  const { stages } = register
  return {
    ...register,
    fields: register.fields.map(filled),
    ...(stages === undefined
      ? {}
      : { stages: stages.map((stage) => ({ ...stage, fields: stage.fields.map(filled) })) }),
  }
}

function choicesOf({ of }: NonNullable<StageField['choicesFrom']>, forms: readonly Form[]): Choice[] {
  const byValue = new Map<string, Choice & { years: NonNullable<Choice['years']> }>()
  for (const { sets, years } of forms.toReversed()) {
    const ofForm = new Map(membersOf(sets, of).flatMap(({ choices }) => choices.map((one) => [one.value, one])))
    for (const { value, label, also } of ofForm.values()) {
      const known = byValue.get(value)
      // A sheet may carry the name that an earlier form gave it.
      const names = [...(known?.also ?? []), ...also, ...(known === undefined || known.label === label ? [] : [label])]
      byValue.set(value, {
        value,
        label: known?.label ?? label,
        also: [...new Set(names)],
        years: [...(known?.years ?? []), { ...years, label }],
      })
    }
  }
  return [...byValue.values()]
}
