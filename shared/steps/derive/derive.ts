import type { Form } from '../../catalogue/forms/form.ts'
import { type Derived, DerivedCounts, type DerivedFrom } from './derived-counts.ts'
import type { Facts } from './entry-facts.ts'

/** What each entry of each register says, by register; null for one that does not count. */
export type FactsByRegister = ReadonlyMap<string, Iterable<Facts | null>>

/**
 * A year's figures from the registers, from scratch. The statistics year runs from 1 January to 31 December; a register
 * that is kept and has no entry derives 0, one that is not kept derives nothing. Totals follow by `completeTotals()`.
 */
export function derive(form: Form, year: number, entries: FactsByRegister, from: DerivedFrom): Derived {
  const counts = new DerivedCounts(form, year)
  for (const [register, all] of entries) for (const facts of all) counts.addEntry(register, facts)
  return counts.figures(from)
}
