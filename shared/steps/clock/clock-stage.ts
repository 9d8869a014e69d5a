import { daysUntil } from '../../calendar/days-until.ts'
import type { Ending, StageOf } from './clock-events.ts'
import { clockLaw } from './clock-law.ts'
import { cameInTime, dueAfter, lastDaySoFar, type Progress } from './clock-progress.ts'
import { notCounted } from './clock-term.ts'

/** An extension (art. 33): once, and only while there is time left. */
export function extend(progress: Progress, stage: StageOf<'extension'>): void {
  const { date, workingDays } = stage
  if (progress.seen.has('extension')) {
    progress.problems.push({ code: 'extensionAgain', date })
    return
  }
  if (!cameInTime(progress, stage)) return
  progress.term = { ...progress.term, workingDays: progress.term.workingDays + workingDays }
  progress.steps.push({ code: 'extended', day: date, workingDays, lastDay: lastDaySoFar(progress), article: 33 })
}

/** A consultation: its time is not counted (art. 33). One that is open keeps the clock stopped, up to today. */
export function consult(progress: Progress, stage: StageOf<'consultation'>): void {
  const { date, whom } = stage
  const end = earliest(stage.answered, progress.ending?.date ?? null)
  const known = end ?? progress.today
  const to = known < date ? date : known
  const due = dueAfter(progress, date, clockLaw.commentDays)
  if (end === null) progress.waits.push({ waitingFor: whom, since: date, due })
  if (to > due) progress.problems.push({ code: 'consultationLong', whom, date, due, to: end === null ? null : to })
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
  const lateBy = lastDay === null ? 0 : Math.max(0, daysUntil(lastDay, day))
  progress.punctuality = lateBy === 0 ? 'onTime' : 'late'
  progress.steps.push({
    code: 'decided',
    day,
    outcome,
    lastDay,
    punctuality: progress.punctuality,
    lateBy,
    article: 33,
  })
  const due = progress.waits.find(({ waitingFor }) => waitingFor === ranOut(stage.outcome))?.due
  if (due && day <= due) progress.problems.push({ code: 'closedTooEarly', date: day, due })
}

const earliest = (a: string | null, b: string | null): string | null =>
  a !== null && b !== null && b < a ? b : (a ?? b)

/** Whose silence an outcome stands for. */
function ranOut(outcome: StageOf<'decision'>['outcome']): 'applicant' | 'payment' | null {
  if (outcome === 'other.rectificationOverdue') return 'applicant'
  return outcome === 'other.feeOverdue' ? 'payment' : null
}
