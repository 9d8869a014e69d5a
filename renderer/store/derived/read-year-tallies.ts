import { formForYear } from '../../../shared/catalogue/catalogue.ts'
import type { YearTally } from '../../../shared/steps/derive/year-tally.ts'
import { countListed } from '../lists/entry-lists.ts'
import type { Database } from '../tables/database.ts'
import { derivationFingerprint } from './derivation-fingerprint.ts'
import { derivedId } from './read-derived.ts'

/** A year's tally and that of the year before. */
export interface YearTallies {
  readonly year: YearTally
  /** Null where no form is known for it: this program keeps no registers of that year. */
  readonly before: YearTally | null
}

export interface TallyState {
  /** Null while tallies are missing. */
  readonly tallies: YearTallies | null
  /** Years whose tally is not stored. */
  readonly missing: readonly number[]
}

/** What the store has; writes nothing. */
export async function readTallyState(database: Database, unit: string, year: number): Promise<TallyState> {
  const missing: number[] = []
  const read = async (of: number): Promise<YearTally | null> => {
    const form = formForYear(database.known.forms, of)
    if (form === null) return null
    const row = await database.derived.get(derivedId(unit, of))
    if (row?.fingerprint === derivationFingerprint(form)) return row.tally
    missing.push(of)
    return null
  }
  const [now, before] = [await read(year), await read(year - 1)]
  return { tallies: missing.length > 0 ? null : { year: now ?? {}, before }, missing }
}

/** As many entries as a picture is drawn from. */
const WORTH_A_PICTURE = 20

/** Whether a unit has entries enough for a picture; the bin left out. */
export async function isWorthPicture(database: Database, unit: string): Promise<boolean> {
  let count = 0
  for (const register of ['requests', 'figures', 'documents', 'disputes']) {
    count += await countListed(database, { unit, register }, WORTH_A_PICTURE)
    if (count >= WORTH_A_PICTURE) return true
  }
  return false
}
