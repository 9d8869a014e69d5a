import { daysUntil } from '../../calendar/days-until.ts'
import type { Ending, StageOf } from './clock-events.ts'
import { clockLaw } from './clock-law.ts'
import { cameInTime, dueAfter, lastDaySoFar, type Progress } from './clock-progress.ts'
import { notCounted } from './clock-term.ts'

/** An extension (art. 33): up to 20 working days, in one or in several, and only while there is time left. */
export function extend(progress: Progress, stage: StageOf<'extension'>): void {
  const { date } = stage
  const workingDays = Math.min(stage.workingDays, clockLaw.extensionDays - progress.extendedBy)
  if (workingDays < stage.workingDays) {
    progress.problems.push({ code: 'extensionBeyond', date, workingDays: stage.workingDays, counted: workingDays })
  }
  if (workingDays === 0 || !cameInTime(progress, stage)) return
  progress.extendedBy += workingDays
  progress.term = { ...progress.term, workingDays: progress.term.workingDays + workingDays }
  progress.steps.push({ code: 'extended', day: date, workingDays, lastDay: lastDaySoFar(progress), article: 33 })
}

/** A reasonable day beyond the term (art. 35), for requests whose reasons were asked for and hold. */
export function delay(progress: Progress, stage: StageOf<'delay'>): void {
  const { date, until } = stage
  if (!progress.seen.has('reasons')) progress.problems.push({ code: 'delayWithoutReasons', date })
  if (!cameInTime(progress, stage)) return
  progress.term = { ...progress.term, until }
  progress.steps.push({ code: 'delayed', day: date, until, lastDay: lastDaySoFar(progress), article: 35 })
}

/** Reasons asked for (art. 35): the term runs on. */
export function askReasons(progress: Progress, { date, answered }: StageOf<'reasons'>): void {
  if (answered === null) progress.waits.push({ waitingFor: 'reasons', since: date, due: null })
  progress.steps.push({ code: 'reasonsAsked', day: date, answered, article: 35 })
}

/** A consultation: its time is not counted (art. 33). One that is open keeps the clock stopped, up to today. */
export function consult(progress: Progress, stage: StageOf<'consultation'>): void {
  const { date, whom, received } = stage
  const end = earliest(stage.answered, progress.ending?.date ?? null)
  const known = end ?? progress.today
  const to = known < date ? date : known
  const due = dueAfter(progress, received ?? date, clockLaw.commentDays)
  if (end === null) progress.waits.push({ waitingFor: whom, since: date, due, ...earliestWithout(received) })
  if (to > due && received !== null) {
    progress.problems.push({ code: 'consultationLong', whom, date, received, due, to: end === null ? null : to })
  }
  if (to > due && received === null && end === null) {
    progress.problems.push({ code: 'consultationReceiptOpen', whom, date, due })
  }
  if (stage.answered === null && progress.ending?.kind === 'decision') {
    progress.problems.push({ code: 'consultationNotEnded', whom, date })
  }
  if (!cameInTime(progress, stage)) return
  const before = notCounted(progress.term, progress.calendar)
  progress.term = { ...progress.term, stops: [...progress.term.stops, { from: date, to }] }
  if (end === null) progress.stopped = true
  progress.steps.push({
    code: end === null ? 'consulting' : 'consulted',
    whom,
    from: date,
    to,
    notCounted: notCounted(progress.term, progress.calendar) - before,
    due,
    received,
    dueArticle: whom === 'thirdParty' ? 32 : 34,
    lastDay: lastDaySoFar(progress),
    article: 33,
  })
}

/** The decision, in time or late, or the applicant's withdrawal. */
export function conclude(progress: Progress, stage: Ending): void {
  if (stage.kind === 'withdrawal') {
    progress.steps.push({ code: 'withdrawn', day: stage.date })
    return
  }
  const { date: day, outcome } = stage
  const lastDay = lastDaySoFar(progress)
  // In time is what went out in time: signed for, or posted (国办公开办函〔2016〕235号, 四).
  const lateBy = lastDay === null ? 0 : Math.max(0, daysUntil(lastDay, progress.delivered ?? day))
  progress.punctuality = lateBy === 0 ? 'onTime' : 'late'
  progress.steps.push({
    code: 'decided',
    day,
    delivered: progress.delivered,
    outcome,
    lastDay,
    punctuality: progress.punctuality,
    lateBy,
    article: 33,
  })
  const wait = progress.waits.find(({ waitingFor }) => waitingFor === ranOut(stage.outcome))
  if (wait === undefined || wait.due === null) return
  if (day <= wait.due) progress.problems.push({ code: 'closedTooEarly', date: day, due: wait.due })
  else if (wait.earliest === true) progress.problems.push({ code: 'feeReceiptOpen', date: wait.since, due: wait.due })
}

/** A day that can't be earlier, while nobody knows when the letter came. */
export const earliestWithout = (received: string | null): { readonly earliest?: true } =>
  received === null ? { earliest: true } : {}

const earliest = (a: string | null, b: string | null): string | null =>
  a !== null && b !== null && b < a ? b : (a ?? b)

/** Whose silence an outcome stands for. */
function ranOut(outcome: StageOf<'decision'>['outcome']): 'applicant' | 'payment' | null {
  if (outcome === 'other.rectificationOverdue') return 'applicant'
  return outcome === 'other.feeOverdue' ? 'payment' : null
}
