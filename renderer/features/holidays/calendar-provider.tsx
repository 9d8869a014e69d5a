import { type ReactNode, useRef } from 'react'
import type { HolidayCalendar } from '../../../shared/calendar/holiday-year.ts'
import { ownYears, unitCalendar } from '../../../shared/model/unit/unit-holidays.ts'
import { useSession } from '../../kit/session/session.ts'
import { CalendarContext } from '../../kit/session/use-calendar.ts'
import { useGroups } from '../../store/reports/use-records.ts'
import { useStore } from '../../store/store-context.ts'

/**
 * Gives every screen the days off that the unit knows. Nothing is shown before they are read, so that no deadline
 * jumps; another change of the unit's record leaves the calendar the same object.
 */
export function CalendarProvider({ children }: { children: ReactNode }) {
  const { unit } = useSession()
  const { notices } = useStore().catalogue.days
  const groups = useGroups('unit', unit.code)
  const last = useRef<{ readonly own: string; readonly calendar: HolidayCalendar } | null>(null)
  if (groups !== undefined) {
    const own = JSON.stringify(ownYears(notices, groups))
    if (last.current?.own !== own) last.current = { own, calendar: unitCalendar(notices, groups) }
  }
  return last.current === null ? null : <CalendarContext value={last.current.calendar}>{children}</CalendarContext>
}
