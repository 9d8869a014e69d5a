import type { Restarting, StageOf } from './clock-events.ts'
import { clockLaw } from './clock-law.ts'
import { cameInTime, dueAfter, lastDaySoFar, type Progress } from './clock-progress.ts'
import { earliestWithout } from './clock-stage.ts'
import { lastDayOf, restartedOn } from './clock-term.ts'

/** Last day for the notice what to rectify (art. 30). */
export function rectificationNoticeBy(progress: Progress): string {
  return dueAfter(progress, progress.received, clockLaw.rectificationNoticeDays)
}

/** A rectification notice: the clock waits for the rectified application. A second one changes nothing (art. 30: once). */
export function askRectification(progress: Progress, stage: StageOf<'rectification'>): void {
  const { date } = stage
  const due = dueAfter(progress, date, stage.period)
  if (stage.answered === null) progress.waits.push({ waitingFor: 'applicant', since: date, due })
  else if (stage.answered > due) progress.problems.push({ code: 'rectifiedLate', answered: stage.answered, due })
  if (progress.seen.has('rectification')) {
    progress.problems.push({ code: 'rectificationAgain', date })
    return
  }
  if (!cameInTime(progress, stage)) return
  const noticeBy = rectificationNoticeBy(progress)
  if (date > noticeBy) progress.problems.push({ code: 'rectificationNoticeLate', date, by: noticeBy })
  progress.awaited.add(stage)
  progress.steps.push({ code: 'rectificationAsked', day: date, noticeBy, due, article: 30 })
}

/** A fee notice: the clock waits for the payment, 20 working days from the day after its receipt (国办函〔2020〕109号). */
export function askFee(progress: Progress, stage: StageOf<'fee'>): void {
  const { date, amount, received, paid } = stage
  const due = dueAfter(progress, received ?? date, clockLaw.paymentDays)
  if (paid === null) progress.waits.push({ waitingFor: 'payment', since: date, due, ...earliestWithout(received) })
  else if (paid > due && received !== null) progress.problems.push({ code: 'paidLate', answered: paid, due })
  if (progress.seen.has('fee')) progress.problems.push({ code: 'feeAgain', date })
  if (!cameInTime(progress, stage)) return
  progress.awaited.add(stage)
  progress.steps.push({ code: 'feeAsked', day: date, amount, received, due, source: 'feeMeasures' })
}

/** The rectified application or the payment came: the term starts anew, if its notice counted. */
export function restart(progress: Progress, stage: Restarting, day: string): void {
  if (!progress.awaited.delete(stage)) return
  progress.term = restartedOn(progress.term, day)
  const lastDay = lastDaySoFar(progress)
  const step = { day, workingDays: progress.term.workingDays, lastDay, safeLastDay: safeLastDay(progress, lastDay) }
  if (stage.kind === 'fee') progress.steps.push({ code: 'paid', ...step, source: 'feeMeasures' })
  else progress.steps.push({ code: 'rectified', ...step, article: 30 })
}

/** Whether an extension outlives a restart is open: the last day without it is the safe one. Null where they agree. */
function safeLastDay({ term, extendedBy, calendar }: Progress, lastDay: string | null): string | null {
  const without = lastDayOf({ ...term, workingDays: term.workingDays - extendedBy }, calendar)
  return lastDay === null || without === lastDay ? null : without
}
