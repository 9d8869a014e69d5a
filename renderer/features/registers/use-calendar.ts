import type { HolidayCalendar } from '../../../shared/calendar/holiday-year.ts'
import { nationalHolidays } from '../../../shared/calendar/holidays.ts'

/** The days off that are known. */
export function useCalendar(): HolidayCalendar {
  return nationalHolidays
}
