import { isWeekend, toDayNumber } from '../../calendar/day-number.ts'
import {
  type HolidayCalendar,
  type HolidayProblem,
  type HolidayYear,
  readHolidayYear,
} from '../../calendar/holiday-year.ts'
import { nationalHolidays } from '../../catalogue/days/holidays.ts'
import { legalHolidays } from '../../catalogue/days/legal-holidays.ts'
import type { Change } from '../../journal/frame.ts'
import { type Groups, groupValue, setGroup } from '../../journal/record.ts'
import { z } from '../../values/parse.ts'
import { ok, type Result } from '../../values/result.ts'

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

/** The days off of a year, and where they come from; null while they are not known. */
export function knownYear(groups: Groups, year: number): KnownYear | null {
  const days = nationalHolidays.get(year)
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
export function ownYears(groups: Groups): [year: number, days: HolidayYear][] {
  const years = new Set(
    Object.keys(groups).flatMap((group) => {
      const year = /^(?:holidays|assignedHolidays):(\d{4})$/.exec(group)?.[1]
      return year === undefined ? [] : [Number(year)]
    }),
  )
  return [...years].sort().flatMap((year): [number, HolidayYear][] => {
    const known = knownYear(groups, year)
    return known === null || known.source === 'program' ? [] : [[year, known.days]]
  })
}

/** The days off by which a unit's working days are counted. */
export function unitCalendar(groups: Groups): HolidayCalendar {
  const own = ownYears(groups)
  return own.length === 0 ? nationalHolidays : new Map([...nationalHolidays, ...own])
}

/** Turns a day: a weekday off or back, a Saturday or Sunday into a workday or back. */
export function turnDay(unit: string, groups: Groups, date: string): Change[] {
  const year = Number(date.slice(0, 4))
  const { holidays, workdays, settled } = readTickedYear(groups, year)
  const turned = isWeekend(toDayNumber(date))
    ? { holidays: holidays.filter((one) => one !== date), workdays: without(workdays, date) ?? [...workdays, date] }
    : { holidays: without(holidays, date) ?? [...holidays, date], workdays }
  return putYear(unit, groups, year, { ...turned, settled })
}

/** Ticks the legal holidays of a year that are not ticked; a weekend among them too, as notices list them. */
export function tickLegalHolidays(unit: string, groups: Groups, year: number): Change[] {
  const ticked = readTickedYear(groups, year)
  const legal = legalHolidays(year).map(({ date }) => date)
  return putYear(unit, groups, year, {
    ...ticked,
    holidays: [...new Set([...ticked.holidays, ...legal])],
    workdays: ticked.workdays.filter((date) => !legal.includes(date)),
  })
}

/**
 * Says that a year is ticked as the notice has it, or takes that back. Refused where it would not be read: a settled
 * year without a day off would make every deadline too early without saying so.
 */
export function settleYear(
  unit: string,
  groups: Groups,
  year: number,
  settled: boolean,
): Result<Change[], HolidayProblem> {
  const ticked = readTickedYear(groups, year)
  const { holidays, workdays } = ticked
  const read = settled ? readHolidayYear(year, { holidays, workdays }) : null
  if (read !== null && !read.ok) return read
  return ok(putYear(unit, groups, year, { ...ticked, settled }))
}

function putYear(unit: string, groups: Groups, year: number, { holidays, workdays, settled }: TickedYear): Change[] {
  const isEmpty = holidays.length === 0 && workdays.length === 0
  // With its last day a year is no longer settled: it says nothing.
  const value = isEmpty ? null : { holidays: holidays.toSorted(), workdays: workdays.toSorted(), settled }
  return setGroup('unit', unit, groups, `${TICKED}${year}`, value)
}

/** Null where the day is not among them. */
function without(days: readonly string[], date: string): string[] | null {
  return days.includes(date) ? days.filter((one) => one !== date) : null
}
