import type { HolidayCalendar } from '../../calendar/holiday-year.ts'
import { isOffered, yearTyped } from '../../catalogue/registers/choices-in.ts'
import { fieldNamed } from '../../catalogue/registers/facts-of-register.ts'
import type { RegisterDefinition } from '../../catalogue/registers/register-definition.ts'
import { entryFlaws } from '../../model/entry/entry-flaws.ts'
import type { Entry } from '../../model/entry/entry-record.ts'
import type { FieldFlaw } from '../../model/entry/field-flaw.ts'
import { requestOf } from '../../model/entry/request-of.ts'
import { requestFacts, WITHDRAWAL } from './request-facts.ts'

/**
 * What an entry says to the report: what the conditions and sums of a form's derivations name. Days are `YYYY-MM-DD`,
 * amounts exact decimals; null where there is nothing. No free text and nothing of a person. `uncounted`: the year, if any,
 * whose form does not have what the entry says: in that year it counts nowhere.
 */
export type Facts = Readonly<Record<string, string | null>>

/** Field keys of what is wrong with an entry, where the caller knows them already. */
type Flaws = ReadonlyMap<string, FieldFlaw>

/**
 * The facts of an entry; null where it counts nowhere: in the bin, a request without a readable receipt, or what an
 * import could not read and nobody has settled: neither answered nor carried over.
 */
export function entryFacts(
  register: RegisterDefinition,
  entry: Entry,
  calendar: HolidayCalendar,
  flaws: Flaws = entryFlaws(register, entry),
): Facts | null {
  if (entry.binned !== null || isUnsettled(flaws)) return null
  if (register.id !== 'requests') return withUncounted(fieldFacts(register, entry, flaws), register, entry, flaws)
  const request = requestOf(register, entry, flaws)
  if (request === null) return null
  const facts = requestFacts(request, calendar)
  const outcome = fieldNamed(register, 'decision.outcome')
  const concluded = yearTyped(facts.concluded)
  const isOpen = outcome === null || facts.outcome === null || facts.outcome === WITHDRAWAL
  if (isOpen || isOffered(outcome, concluded, facts.outcome) === 'offered') {
    return withUncounted({ ...facts }, register, entry, flaws)
  }
  return { ...facts, uncounted: String(concluded) }
}

const isUnsettled = (flaws: Flaws): boolean => [...flaws.values()].includes('unsettled')

/** A field whose choice is not in the form of its year: the entry counts nowhere in that year. */
function withUncounted(facts: Facts, register: RegisterDefinition, entry: Entry, flaws: Flaws): Facts {
  const field = register.fields.find(({ key, choicesFrom }) => choicesFrom && flaws.get(key) === 'not-in-form')
  const year = field?.choicesFrom === undefined ? null : yearTyped(entry.fields[field.choicesFrom.yearOf])
  return year === null ? facts : { ...facts, uncounted: String(year) }
}

/** The fields that are sound, texts and personal ones left out. */
function fieldFacts(register: RegisterDefinition, entry: Entry, flaws: Flaws): Facts {
  const facts: Record<string, string | null> = {}
  for (const { key, group, kind } of register.fields) {
    if (group === 'personal' || kind === 'text') continue
    const value = entry.fields[key]
    facts[key] = typeof value === 'string' && !flaws.has(key) ? value : null
  }
  return facts
}
