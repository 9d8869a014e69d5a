import { fromDayNumber, isWeekend, toDayNumber } from './day-number.ts'
import type { HolidayCalendar } from './holiday-year.ts'

interface Exceptions {
  readonly off: ReadonlySet<number>
  readonly on: ReadonlySet<number>
}

const compiled = new WeakMap<HolidayCalendar, Exceptions>()

function exceptionsOf(calendar: HolidayCalendar): Exceptions {
  const known = compiled.get(calendar)
  if (known !== undefined) return known
  const exceptions = { off: new Set<number>(), on: new Set<number>() }
  // A day of the neighbouring year is as the later notice has it.
  for (const [, { holidays, workdays }] of [...calendar].sort(([a], [b]) => a - b)) {
    take(holidays, exceptions.off, exceptions.on)
    take(workdays, exceptions.on, exceptions.off)
  }
  compiled.set(calendar, exceptions)
  return exceptions
}

function take(dates: readonly string[], to: Set<number>, from: Set<number>): void {
  for (const day of dates.map(toDayNumber)) {
    to.add(day)
    from.delete(day)
  }
}

const works = (day: number, { off, on }: Exceptions): boolean => !off.has(day) && (on.has(day) || !isWeekend(day))

/** Whether people work on this day. In a year without data Monday to Friday do: see `yearsWithoutData`. */
export function isWorkingDay(date: string, calendar: HolidayCalendar): boolean {
  return works(toDayNumber(date), exceptionsOf(calendar))
}

/** The `count`th working day after `date`, which itself is not counted. */
export function workingDayAfter(date: string, count: number, calendar: HolidayCalendar): string {
  const exceptions = exceptionsOf(calendar)
  let day = toDayNumber(date)
  for (let left = count; left > 0; ) {
    day += 1
    if (works(day, exceptions)) left -= 1
  }
  return fromDayNumber(day)
}

/** Working days after `from` up to and including `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: string, to: string, calendar: HolidayCalendar): number {
  const exceptions = exceptionsOf(calendar)
  const last = toDayNumber(to)
  let count = 0
  for (let day = toDayNumber(from) + 1; day <= last; day += 1) if (works(day, exceptions)) count += 1
  return count
}

/** This day, or the next working day where people don't work on it. */
export function workingDayFrom(date: string, calendar: HolidayCalendar): string {
  return isWorkingDay(date, calendar) ? date : workingDayAfter(date, 1, calendar)
}

/** Years without holiday data among the days after `from` up to and including `to`. */
export function yearsWithoutData(from: string, to: string, calendar: HolidayCalendar): number[] {
  const first = Number(fromDayNumber(toDayNumber(from) + 1).slice(0, 4))
  const years: number[] = []
  for (let year = first; year <= Number(to.slice(0, 4)); year += 1) if (!calendar.has(year)) years.push(year)
  return years
}
