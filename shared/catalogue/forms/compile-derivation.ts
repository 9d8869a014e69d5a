import type { Tell } from '../catalogue-problem.ts'
import type { ConditionDefinition, DerivationDefinition, MeasureDefinition } from './derivation-definition.ts'
import { expand, type Fill, namedValues } from './expand.ts'
import type { CellKey, Condition, Derivation, Measure } from './form.ts'
import type { FormDefinition } from './form-definition.ts'
import type { FormSets } from './form-sets.ts'

/** How each figure of a form derives, its placeholders filled in. `cellOf`: null where the form has no such cell. */
export function compileDerivations(
  { derivations, supplement }: Pick<FormDefinition, 'derivations' | 'supplement'>,
  sets: FormSets,
  cellOf: (text: string) => CellKey | null,
  tell: Tell,
): Derivation[] {
  return derivations.flatMap((derivation) =>
    expand(namedValues(sets, derivation.forEach), (fill) => {
      const key = fill(derivation.cell)
      const cell = cellOf(key)
      const isKnown = cell !== null || supplement.some((figure) => figure.key === key)
      if (!isKnown) tell('unknown-cell', key)
      return isKnown ? [{ key, cell, ...sides(sets, derivation, fill, tell) }] : []
    }).flat(),
  )
}

function sides(
  sets: FormSets,
  { plus, minus = [] }: DerivationDefinition,
  fill: Fill,
  tell: Tell,
): Pick<Derivation, 'plus' | 'minus'> {
  const toMeasure = (measure: MeasureDefinition): Measure => {
    if ('opening' in measure) return { opening: fill(measure.opening), lastYear: measure.lastYear.map(fill) }
    const [register, summed] = 'count' in measure ? [measure.count, null] : [measure.sum, measure.field]
    return { register, summed, where: measure.where.map((one) => toCondition(sets, one, fill, tell)) }
  }
  return { plus: plus.map(toMeasure), minus: minus.map(toMeasure) }
}

function toCondition(sets: FormSets, condition: ConditionDefinition, fill: Fill, tell: Tell): Condition {
  if ('falls' in condition) return { date: fill(condition.date), falls: condition.falls, holds: true }
  if ('fallsNot' in condition) return { date: fill(condition.date), falls: condition.fallsNot, holds: false }
  const field = fill(condition.field)
  if ('is' in condition) return { field, oneOf: [fill(condition.is)] }
  if ('oneOf' in condition) return { field, oneOf: [...new Set(condition.oneOf.map(fill))] }
  const [table, row] = [fill(condition.countsIn.table), fill(condition.countsIn.row)]
  const values = sets.get(table)?.rows.find(({ key }) => key === row)?.counts
  if (values === undefined) tell('unknown-set', `${table}.${row}`)
  return { field, oneOf: values ?? [] }
}
