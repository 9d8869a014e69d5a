import { nationalHolidays } from '../../../shared/catalogue/days/holidays.ts'
import { canonicalJson } from '../../../shared/values/canonical-json.ts'
import { sha256Hex } from '../../../shared/values/sha256.ts'

/**
 * One more where `entryFacts()`, the columns of an entry's row, what a group keeps of its writers or what a desk lists of
 * a submission (`summarise()`) say something else.
 */
const VERSION = 5

/**
 * Names how facts are read from entries: by this program with these days off. Stored rows of another way are made anew
 * from the journal. Days off that a unit ticks itself are in the journal: see unit-calendars.ts.
 */
export const FACTS_VERSION = `${VERSION}-${sha256Hex(new TextEncoder().encode(canonicalJson([...nationalHolidays])))}`
