import type { Choice, StageField } from './register-definition.ts'

type Field = Pick<StageField, 'choices'>

/** The year of a day or month as it is typed; null where none can be read from it. */
export function yearTyped(text: unknown): number | null {
  return typeof text === 'string' && /^\d{4}(-|$)/.test(text) ? Number(text.slice(0, 4)) : null
}

/**
 * What a field offers in a year, as the form of that year calls it; all that it ever offered where the year is not known
 * yet, or has no form. Fields whose choices are of no form offer the same in every year.
 */
export function choicesIn({ choices = [] }: Field, year: number | null): readonly Choice[] {
  if (year === null) return choices
  const then = choices.flatMap((choice): Choice[] => {
    if (choice.years === undefined) return [choice]
    const known = choice.years.find(({ from, to }) => year >= from && (to === null || year <= to))
    return known === undefined ? [] : [{ ...choice, label: known.label }]
  })
  return then.length === 0 ? choices : then
}

/** The same for a field in which something stands: what the year does not have stays in sight, by its name of another year. */
export function choicesBeside(field: Field, year: number | null, standing: unknown): readonly Choice[] {
  const then = choicesIn(field, year)
  if (then.some(({ value }) => value === standing)) return then
  return [...then, ...(field.choices ?? []).filter(({ value }) => value === standing)]
}

/**
 * A field as the form of its year has it, by what is typed in the field that says the year: with the choices of that
 * year under their names then, and with what stands in it.
 */
export function fieldInYear<F extends StageField>(field: F, values: Readonly<Record<string, unknown>>): F {
  const { choicesFrom, choices } = field
  if (choicesFrom === undefined || choices === undefined) return field
  return { ...field, choices: [...choicesBeside(field, yearTyped(values[choicesFrom.yearOf]), values[field.key])] }
}

/** What a value is called in a year; as it stands where the field knows no such choice. */
export function choiceLabel(field: Field, year: number | null, value: string): string {
  return choicesBeside(field, year, value).find((choice) => choice.value === value)?.label ?? value
}

/** Whether a value is known, and the form of the year has it; where a year has no form, everything that is known is. */
export function isOffered(
  { choices = [] }: Field,
  year: number | null,
  value: string,
): 'offered' | 'other-year' | 'unknown' {
  const choice = choices.find((one) => one.value === value)
  if (choice === undefined) return 'unknown'
  if (year === null || stands(choice, year)) return 'offered'
  return choices.some((one) => stands(one, year)) ? 'other-year' : 'offered'
}

function stands({ years }: Choice, year: number): boolean {
  return years === undefined || years.some(({ from, to }) => year >= from && (to === null || year <= to))
}
