import type { Choice, StageField } from './register-definition.ts'

/**
 * What a field offers in a year, as the form of that year calls it; all that it ever offered where the year is not known
 * yet. Fields whose choices are of no form offer the same in every year.
 */
export function choicesIn({ choices = [] }: Pick<StageField, 'choices'>, year: number | null): readonly Choice[] {
  if (year === null) return choices
  return choices.flatMap((choice): Choice[] => {
    if (choice.years === undefined) return [choice]
    const then = choice.years.find(({ from, to }) => year >= from && (to === null || year <= to))
    return then === undefined ? [] : [{ ...choice, label: then.label }]
  })
}
