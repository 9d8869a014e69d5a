import { nationalHolidays } from '../../shared/calendar/holidays.ts'
import { canonicalJson } from '../../shared/package/canonical-json.ts'
import { sha256Hex } from '../../shared/package/sha256.ts'

/** One more where `entryFacts()` or the columns of an entry's row say something else of the same entry. */
const VERSION = 1

/**
 * Names how facts are read from entries: by this program with these days off. Stored rows of another way are made anew
 * from the journal.
 */
export const FACTS_VERSION = `${VERSION}-${sha256Hex(new TextEncoder().encode(canonicalJson([...nationalHolidays])))}`
