import type { Catalogue } from '../../../shared/catalogue/catalogue.ts'
import { canonicalJson } from '../../../shared/values/canonical-json.ts'
import { sha256Hex } from '../../../shared/values/sha256.ts'

/**
 * Names how facts are read from entries by this program; stored rows of another way are made anew from the journal. One
 * more where `entryFacts()`, the columns of an entry's row, what a group keeps of its writers or what a desk lists of a
 * submission (`summarise()`) say something else.
 */
export const FACTS_VERSION = '7'

const known = new WeakMap<Catalogue, string>()

/**
 * Names what rows depend on in a catalogue: forms, registers with what the forms have them offer, and days off. Rows of
 * another one are read anew where they stand. Days off that a unit ticks itself: see unit-calendars.ts.
 */
export function factsCatalogue(catalogue: Catalogue): string {
  const { data, registers, days } = catalogue
  const name =
    known.get(catalogue) ??
    sha256Hex(new TextEncoder().encode(canonicalJson({ forms: data.forms, registers, notices: [...days.notices] })))
  known.set(catalogue, name)
  return name
}
