import type { HolidayCalendar } from '../../calendar/holiday-year.ts'
import { workingDayAfter, workingDayFrom, workingDaysBetween } from '../../calendar/working-days.ts'

/** The days after `from` up to and including `to` are not counted. */
export interface Stop {
  readonly from: string
  readonly to: string
}

/** What the last day for the decision follows from. */
export interface Term {
  /** Receipt, or the latest restart; not counted itself. */
  readonly start: string
  readonly workingDays: number
  readonly stops: readonly Stop[]
  /** A reasonable day told to the applicant (art. 35), which an earlier last day gives way to. */
  readonly until?: string
}

const later = (a: string, b: string): string => (a < b ? b : a)

/** The term from a restart on. It never starts earlier than before, and keeps its extension. */
export function restartedOn(term: Term, day: string): Term {
  return { ...term, start: later(term.start, day) }
}

/** The stops after the start as spans that don't overlap, earliest first. */
function stopsOf({ start, stops }: Term): Stop[] {
  let end = start
  return [...stops]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .flatMap(({ from, to }) => {
      const span = { from: later(from, end), to }
      if (to <= span.from) return []
      end = to
      return [span]
    })
}

/** Working days that the stops take out after the start. */
export function notCounted(term: Term, calendar: HolidayCalendar): number {
  return stopsOf(term).reduce((sum, { from, to }) => sum + workingDaysBetween(from, to, calendar), 0)
}

/** The last day for the decision: the last working day of the term, the stops left out, or the later day that was told. */
export function lastDayOf(term: Term, calendar: HolidayCalendar): string {
  const last = lastOfTerm(term, calendar)
  return term.until === undefined ? last : later(last, term.until)
}

function lastOfTerm(term: Term, calendar: HolidayCalendar): string {
  let at = term.start
  let left = term.workingDays
  for (const { from, to } of stopsOf(term)) {
    const counted = workingDaysBetween(at, from, calendar)
    if (counted > left) break
    left -= counted
    at = to
  }
  return left === 0 ? workingDayFrom(at, calendar) : workingDayAfter(at, left, calendar)
}
