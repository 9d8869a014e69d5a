import { z } from '../values/parse.ts'
import { fail, ok, type Result } from '../values/result.ts'
import { isDay, isWeekend, toDayNumber } from './day-number.ts'

const holidayYear = z.strictObject({ holidays: z.array(z.string()), workdays: z.array(z.string()) })

/**
 * One year of the State Council's notice, all days `YYYY-MM-DD`: `holidays` are the days off (weekends inside a holiday
 * too), `workdays` the Saturdays and Sundays on which people work instead.
 */
export type HolidayYear = z.infer<typeof holidayYear>

/** What is known, by year. Treated as immutable: a new year makes a new map. */
export type HolidayCalendar = ReadonlyMap<number, HolidayYear>

export type HolidayProblemCode =
  | 'bad-shape'
  | 'no-holidays'
  | 'not-a-day'
  | 'other-year'
  | 'listed-twice'
  | 'workday-in-week'

export interface HolidayProblem {
  readonly code: HolidayProblemCode
  /** The first date that is wrong. */
  readonly date?: string
}

/** A notice may name days of December before and January after its year: 31 December 2022 stands in that of 2023. */
function isOfNotice(date: string, year: number): boolean {
  const month = date.slice(0, 7)
  return date.slice(0, 4) === String(year) || month === `${year - 1}-12` || month === `${year + 1}-01`
}

/** The days on which two of one year differ, earliest first. */
export function differingDays(a: HolidayYear, b: HolidayYear): string[] {
  const unlike = (left: readonly string[], right: readonly string[]) => left.filter((day) => !right.includes(day))
  const days = (['holidays', 'workdays'] as const).flatMap((key) => [
    ...unlike(a[key], b[key]),
    ...unlike(b[key], a[key]),
  ])
  return [...new Set(days)].sort()
}

/**
 * Reads a year that a clerk ticked or a county sent. A year without any day off is refused: an empty form would pass for
 * a known year and make every deadline too early without saying so.
 */
export function readHolidayYear(year: number, value: unknown): Result<HolidayYear, HolidayProblem> {
  const parsed = holidayYear.safeParse(value)
  if (!parsed.success) return fail({ code: 'bad-shape' })
  const holidays = [...parsed.data.holidays].sort()
  const workdays = [...parsed.data.workdays].sort()
  if (holidays.length === 0) return fail({ code: 'no-holidays' })
  const seen = new Set<string>()
  for (const date of [...holidays, ...workdays]) {
    if (!isDay(date)) return fail({ code: 'not-a-day', date })
    if (!isOfNotice(date, year)) return fail({ code: 'other-year', date })
    if (seen.has(date)) return fail({ code: 'listed-twice', date })
    seen.add(date)
  }
  if (!holidays.some((date) => date.startsWith(`${year}-`))) return fail({ code: 'no-holidays' })
  const inWeek = workdays.find((date) => !isWeekend(toDayNumber(date)))
  if (inWeek !== undefined) return fail({ code: 'workday-in-week', date: inWeek })
  return ok({ holidays, workdays })
}
