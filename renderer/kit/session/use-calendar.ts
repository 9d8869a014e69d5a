import { createContext, useContext } from 'react'
import type { HolidayCalendar } from '../../../shared/calendar/holiday-year.ts'
import { nationalHolidays } from '../../../shared/catalogue/days/holidays.ts'

export const CalendarContext = createContext<HolidayCalendar>(nationalHolidays)

/** The days off that are known to the unit that is worked on. */
export function useCalendar(): HolidayCalendar {
  return useContext(CalendarContext)
}
