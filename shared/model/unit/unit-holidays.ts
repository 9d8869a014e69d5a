import { type HolidayCalendar, type HolidayYear, readHolidayYear } from '../../calendar/holiday-year.ts'
import { type Groups, groupValue } from '../../record/groups.ts'
import { z } from '../../values/parse.ts'

/**
 * Days off that the program does not bring, in the unit's record, one group a year:
 *   `holidays:<year>` what the clerk ticks from the State Council's notice
 *   `assignedHolidays:<year>` the same, as the file of the unit above brings it
 * Which one holds for a year is decided here and nowhere else: what the program brings (it was compared with other
 * sources), then what the unit above sent, then what the clerk ticked. A year counts once it is settled; until then it
 * is a year without data, and every day in it provisional.
 */
export const TICKED = 'holidays:'
const ASSIGNED = 'assignedHolidays:'

const storedYear = z.strictObject({
  holidays: z.array(z.string()),
  workdays: z.array(z.string()),
  /** The whole notice is in it. */
  settled: z.boolean(),
})

/** A year as it is being ticked. */
export type TickedYear = Readonly<z.infer<typeof storedYear>>

const nothingTicked: TickedYear = { holidays: [], workdays: [], settled: false }

/** What the clerk has ticked of a year. */
export function readTickedYear(groups: Groups, year: number): TickedYear {
  return storedYear.safeParse(groupValue(groups, TICKED + year)).data ?? nothingTicked
}

/** Whose days hold for a year; null: nobody's yet. */
export type HolidaySource = 'program' | 'assigned' | 'ticked'

export interface KnownYear {
  readonly source: HolidaySource
  readonly days: HolidayYear
}

/** The days off of a year, and where they come from; null while they are not known. `notices`: what the program brings. */
export function knownYear(notices: HolidayCalendar, groups: Groups, year: number): KnownYear | null {
  const days = notices.get(year)
  if (days !== undefined) return { source: 'program', days }
  const assigned = settledYear(groups, ASSIGNED, year)
  if (assigned !== null) return { source: 'assigned', days: assigned }
  const ticked = settledYear(groups, TICKED, year)
  return ticked === null ? null : { source: 'ticked', days: ticked }
}

function settledYear(groups: Groups, prefix: string, year: number): HolidayYear | null {
  const stored = storedYear.safeParse(groupValue(groups, prefix + year)).data
  if (stored?.settled !== true) return null
  const { holidays, workdays } = stored
  const read = readHolidayYear(year, { holidays, workdays })
  return read.ok ? read.value : null
}

/** Years that this unit knows beside those of the program, earliest first. */
export function ownYears(notices: HolidayCalendar, groups: Groups): [year: number, days: HolidayYear][] {
  const years = new Set(
    Object.keys(groups).flatMap((group) => {
      const year = /^(?:holidays|assignedHolidays):(\d{4})$/.exec(group)?.[1]
      return year === undefined ? [] : [Number(year)]
    }),
  )
  return [...years].sort().flatMap((year): [number, HolidayYear][] => {
    const known = knownYear(notices, groups, year)
    return known === null || known.source === 'program' ? [] : [[year, known.days]]
  })
}

/** The days off by which a unit's working days are counted. */
export function unitCalendar(notices: HolidayCalendar, groups: Groups): HolidayCalendar {
  const own = ownYears(notices, groups)
  return own.length === 0 ? notices : new Map([...notices, ...own])
}
