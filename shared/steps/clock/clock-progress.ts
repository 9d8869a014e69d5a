import type { HolidayCalendar } from '../../calendar/holiday-year.ts'
import { workingDayAfter } from '../../calendar/working-days.ts'
import type { RequestStage } from '../../model/entry/request.ts'
import type { Ending } from './clock-events.ts'
import { clockLaw } from './clock-law.ts'
import type { ClockProblem } from './clock-problem.ts'
import type { ClockStep, Consulted, Punctuality } from './clock-step.ts'
import { lastDayOf, type Term } from './clock-term.ts'

/** Whom a request waits for. */
export interface Wait {
  readonly waitingFor: 'confirmation' | 'applicant' | 'payment' | 'reasons' | Consulted
  readonly since: string
  /** Last day for their answer; null where there is none. */
  readonly due: string | null
  /** `due` is the earliest it can be: the day on which they got the letter is not known. */
  readonly earliest?: true
}

/** What doesn't change while the stages are followed. */
export interface ClockSetting {
  readonly received: string
  readonly ending: Ending | null
  /** The day on which the decision went out; null while it has not. */
  readonly delivered: string | null
  readonly calendar: HolidayCalendar
  readonly today: string
}

/** Where the clock stands after the stages followed so far. */
export interface Progress extends ClockSetting {
  term: Term
  /** Notices whose answer will start the clock anew; while there is one, no last day runs. */
  readonly awaited: Set<RequestStage>
  readonly seen: Set<RequestStage['kind']>
  /** A consultation is open. */
  stopped: boolean
  /** Working days of the extensions so far. */
  extendedBy: number
  punctuality: Punctuality | null
  readonly steps: ClockStep[]
  readonly problems: ClockProblem[]
  readonly waits: Wait[]
}

/** The clock on the day of receipt. */
export function startProgress(setting: ClockSetting): Progress {
  const term: Term = { start: setting.received, workingDays: clockLaw.answerDays, stops: [] }
  const lastDay = lastDayOf(term, setting.calendar)
  return {
    ...setting,
    term,
    awaited: new Set(),
    seen: new Set(),
    stopped: false,
    extendedBy: 0,
    punctuality: null,
    steps: [{ code: 'base', from: term.start, workingDays: term.workingDays, lastDay, article: 33 }],
    problems: [],
    waits: [],
  }
}

/** The last day as things stand; null while the clock waits to be started anew. */
export function lastDaySoFar({ awaited, term, calendar }: Progress): string | null {
  return awaited.size > 0 ? null : lastDayOf(term, calendar)
}

/** The `count`th working day after `date`. */
export function dueAfter({ calendar }: Progress, date: string, count: number): string {
  return workingDayAfter(date, count, calendar)
}

/** Whether a stage came while there was time left; what comes later no longer moves the last day. */
export function cameInTime(progress: Progress, { kind, date }: RequestStage): boolean {
  const lastDay = lastDaySoFar(progress)
  if (lastDay === null || date <= lastDay) return true
  progress.problems.push({ code: 'afterLastDay', kind, date, lastDay })
  return false
}
