import { isWeekend, toDayNumber } from '../calendar/day-number.ts'
import { type HolidayProblem, type HolidayYear, readHolidayYear } from '../calendar/holiday-year.ts'
import type { Days } from '../catalogue/days/days.ts'
import { legalHolidays } from '../catalogue/days/legal-holidays.ts'
import type { Change } from '../journal/frame.ts'
import { setGroup } from '../journal/set-group.ts'
import { readTickedYear, TICKED, type TickedYear } from '../model/unit/unit-holidays.ts'
import type { Groups } from '../record/groups.ts'
import { ok, type Result } from '../values/result.ts'

/** Turns a day: a weekday off or back, a Saturday or Sunday into a workday or back. */
export function turnDay(unit: string, groups: Groups, date: string): Change[] {
  const year = Number(date.slice(0, 4))
  const ticked = readTickedYear(groups, year)
  const { holidays, workdays } = ticked
  const turned = isWeekend(toDayNumber(date))
    ? { holidays: holidays.filter((one) => one !== date), workdays: without(workdays, date) ?? [...workdays, date] }
    : { holidays: without(holidays, date) ?? [...holidays, date], workdays }
  return putYear(unit, groups, year, { ...ticked, ...turned })
}

/** Ticks the legal holidays of a year that are not ticked; a weekend among them too, as notices list them. */
export function tickLegalHolidays({ feasts }: Days, unit: string, groups: Groups, year: number): Change[] {
  const ticked = readTickedYear(groups, year)
  const legal = legalHolidays(year, feasts).map(({ date }) => date)
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

/** Begins to correct a year that somebody else brings, from the days as they are: what is turned now stands before it. */
export function correctYear(unit: string, groups: Groups, year: number, { holidays, workdays }: HolidayYear): Change[] {
  return putYear(unit, groups, year, { holidays, workdays, settled: true, corrects: true })
}

/** Takes the clerk's own days of a year back: what else is known of it holds again. */
export function dropYear(unit: string, groups: Groups, year: number): Change[] {
  return setGroup('unit', unit, groups, `${TICKED}${year}`, null)
}

function putYear(unit: string, groups: Groups, year: number, ticked: TickedYear): Change[] {
  const { holidays, workdays } = ticked
  const isEmpty = holidays.length === 0 && workdays.length === 0
  // With its last day a year is no longer settled: it says nothing.
  const value = isEmpty ? null : { ...ticked, holidays: holidays.toSorted(), workdays: workdays.toSorted() }
  return setGroup('unit', unit, groups, `${TICKED}${year}`, value)
}

/** Null where the day is not among them. */
function without(days: readonly string[], date: string): string[] | null {
  return days.includes(date) ? days.filter((one) => one !== date) : null
}
