import type { HolidayCalendar } from '../../../shared/calendar/holiday-year.ts'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { ownYears, unitCalendar } from '../../../shared/model/unit/unit-holidays.ts'
import { sameJson } from '../../../shared/values/same-json.ts'
import { registerRows } from '../lists/entry-range.ts'
import type { Database, EntryRow, UnitRow } from '../tables/database.ts'
import { entryRow } from '../tables/rows.ts'
import type { ReplacedEntry } from './update-derived.ts'

/*
 * Stored facts follow the days off of the unit that the entry is of. Both run in the transaction that applies the
 * frames, so that a replay and a store made anew say the same.
 */

/** The days off of units. */
export async function readCalendars(
  database: Database,
  units: readonly string[],
): Promise<(unit: string) => HolidayCalendar> {
  const { notices } = database.known.days
  const rows = await database.units.bulkGet([...units])
  const calendars = new Map(
    rows.flatMap((row) => (row === undefined ? [] : [[row.id, unitCalendar(notices, row.groups)]])),
  )
  return (unit) => calendars.get(unit) ?? notices
}

/** A unit's row before (undefined: it was not there) and after. */
interface ReplacedUnit {
  readonly before: UnitRow | undefined
  readonly after: UnitRow
}

/**
 * Makes the requests of units anew whose days off have changed, and gives those that now say something else. Only then
 * is a whole register read.
 */
export async function renewRequests(database: Database, units: readonly ReplacedUnit[]): Promise<ReplacedEntry[]> {
  const { registers, days } = database.known
  const renewed: ReplacedEntry[] = []
  for (const { before, after } of units) {
    if (sameJson(ownYears(days.notices, before?.groups ?? {}), ownYears(days.notices, after.groups))) continue
    const calendar = unitCalendar(days.notices, after.groups)
    const rows = await registerRows(database, after.id, 'requests').toArray()
    renewed.push(...rows.flatMap((row) => renew(row, registers, calendar) ?? []))
  }
  await database.entries.bulkPut(renewed.map((one) => one.after))
  return renewed
}

function renew(
  before: EntryRow,
  registers: readonly RegisterDefinition[],
  calendar: HolidayCalendar,
): ReplacedEntry | null {
  const after = entryRow(before.id, before.groups, registers, () => calendar)
  return sameJson(before.facts, after.facts) ? null : { before, after }
}
