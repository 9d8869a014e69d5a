import { memo } from 'react'
import type { Entry } from '../../../shared/records/entry-record.ts'
import { requestOf } from '../../../shared/registers/facts.ts'
import { requestsRegister } from '../../../shared/registers/requests.ts'
import { statutoryClock } from '../../../shared/registers/statutory-clock.ts'
import { clockSummary } from '../../../shared/wording/clock-summary.ts'
import { useStore } from '../../store/store-context.ts'
import { useCalendar } from './use-calendar.ts'

/** Where a request stands, in one line. A list draws it for every row with every keystroke. */
export const RequestState = memo(function RequestState({ entry }: { entry: Entry }) {
  const { start } = useStore()
  const calendar = useCalendar()
  const request = requestOf(requestsRegister, entry)
  if (request === null) return <span className="state-missing">还没填全，没有计入年报</span>
  const clock = statutoryClock(request, calendar, start.today)
  const said = clockSummary(clock, start.today)
  return (
    <span className={clock.overdueBy > 0 ? 'state-missing' : undefined} title={said}>
      {said}
    </span>
  )
})
