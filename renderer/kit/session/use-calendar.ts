import { createContext, useContext } from 'react'
import type { HolidayCalendar } from '../../../shared/calendar/holiday-year.ts'
import { useStore } from '../../store/store-context.ts'

export const CalendarContext = createContext<HolidayCalendar | null>(null)

/** The days off that are known to the unit that is worked on; without one, those that the program brings. */
export function useCalendar(): HolidayCalendar {
  const { catalogue } = useStore()
  return useContext(CalendarContext) ?? catalogue.days.notices
}
