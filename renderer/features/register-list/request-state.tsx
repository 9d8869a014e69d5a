import { memo } from 'react'
import { entryFlaws } from '../../../shared/model/entry/entry-flaws.ts'
import type { Entry } from '../../../shared/model/entry/entry-record.ts'
import { requestOf } from '../../../shared/model/entry/request-of.ts'
import { statutoryClock } from '../../../shared/steps/clock/statutory-clock.ts'
import { clockSummary } from '../../../shared/wording/clock-summary.ts'
import { entryFlawsLines, entryFlawsText } from '../../../shared/wording/entry-flaws.ts'
import { useCalendar } from '../../kit/session/use-calendar.ts'
import { useRegister, useStore } from '../../store/store-context.ts'

/** Where a request stands, in one line. A list draws it for every row with every keystroke. */
export const RequestState = memo(function RequestState({ entry }: { entry: Entry }) {
  const { start } = useStore()
  const register = useRegister('requests')
  const calendar = useCalendar()
  const request = requestOf(register, entry)
  const flaws = entryFlaws(register, entry)
  const flawed = flaws.size === 0 ? null : entryFlawsText(register, entry, flaws)
  if (request === null) {
    return (
      <span className="state-missing" title={`未计入年报，请点开补填。\n${entryFlawsLines(register, flaws)}`}>
        未填全，{flawed}
      </span>
    )
  }
  const clock = statutoryClock(request, calendar, start.today)
  const summary = clockSummary(clock, start.today)
  const said = flawed === null ? summary : `${flawed}。${summary}`
  return (
    <span className={clock.overdueBy > 0 || flawed !== null ? 'state-missing' : undefined} title={said}>
      {said}
    </span>
  )
})
