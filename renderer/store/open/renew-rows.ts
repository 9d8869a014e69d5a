import { sameJson } from '../../../shared/values/same-json.ts'
import { readCalendars } from '../derived/unit-calendars.ts'
import { updateDesks } from '../derived/update-desks.ts'
import type { Database, EntryRow } from '../tables/database.ts'
import { factsCatalogue } from '../tables/facts-version.ts'
import { entryRow } from '../tables/rows.ts'
import { readApplied } from '../write/apply.ts'

/** Entries looked at in one go. */
const PORTION = 2000

/**
 * Reads the facts of all entries and what desks list of submissions anew, where those that stand were read by another
 * catalogue: a form came, and with it what a register offers in its years. What their years come to is counted when it is next asked for. All or nothing.
 */
export async function renewRows(database: Database): Promise<void> {
  const name = factsCatalogue(database.known)
  await database.transaction('rw', database.tables, async () => {
    const applied = await readApplied(database)
    if (applied === null || applied.catalogue === name) return
    const calendarOf = await readCalendars(database, await database.units.toCollection().primaryKeys())
    let last = ''
    for (;;) {
      const rows = await database.entries.where(':id').above(last).limit(PORTION).toArray()
      const renewed = rows.map((row): EntryRow => entryRow(row.id, row.groups, database.known.registers, calendarOf))
      await database.entries.bulkPut(renewed.filter((row, i) => !isSame(row, rows[i])))
      last = rows.at(-1)?.id ?? last
      if (rows.length < PORTION) break
    }
    await renewDesks(database)
    await database.derived.clear()
    await database.meta.put({ ...applied, catalogue: name })
  })
}

/** Submissions of a form that was not known, and what the rules say of all. */
async function renewDesks(database: Database): Promise<void> {
  let last = ''
  for (;;) {
    const rows = await database.packages.where(':id').above(last).limit(PORTION).toArray()
    const packages = rows.map((row) => ({ before: row, after: row }))
    await updateDesks(database, { units: [], desks: [], packages })
    last = rows.at(-1)?.id ?? last
    if (rows.length < PORTION) return
  }
}

/** The day, by which the lists are kept, does not follow from what a form offers. */
function isSame(row: EntryRow, before: EntryRow | undefined): boolean {
  return sameJson(row.facts, before?.facts ?? null) && row.flawed === before?.flawed && row.open === before?.open
}
