import { type DateCondition, type EntryMeasure, joinValues, type MeasureIndex } from './compile-derivations.ts'
import type { Facts } from './entry-facts.ts'

/** Calls `visit` for each measure of a register in which an entry with these facts counts. `year`: `2020`. */
export function eachMatch(
  indexes: readonly MeasureIndex[],
  year: string,
  facts: Facts,
  visit: (measure: EntryMeasure) => void,
): void {
  if (facts.uncounted === year) return
  for (const index of indexes) {
    const key = valuesKey(index.facts, facts)
    if (key === null) continue
    for (const measure of index.byValues.get(key) ?? []) {
      if (measure.dates.every((date) => dateHolds(date, year, facts))) visit(measure)
    }
  }
}

/** Null where one of the facts is missing: no condition asks for nothing. */
function valuesKey(names: readonly string[], facts: Facts): string | null {
  const [only] = names
  if (only !== undefined && names.length === 1) return facts[only] ?? null
  const values: string[] = []
  for (const name of names) {
    const value = facts[name] ?? null
    if (value === null) return null
    values.push(value)
  }
  return joinValues(values)
}

/** Dates are legal days of Beijing, so their year decides: 31 December counts to its end. */
function dateHolds({ field, falls, holds }: DateCondition, year: string, facts: Facts): boolean {
  const date = facts[field] ?? null
  if (date === null) return !holds
  const own = date.slice(0, 4)
  switch (falls) {
    case 'within':
      return (own === year) === holds
    case 'before':
      return own < year === holds
    case 'by-end':
      return own <= year === holds
  }
}

/** A year as the facts write it. */
export function yearText(year: number): string {
  return String(year).padStart(4, '0')
}
