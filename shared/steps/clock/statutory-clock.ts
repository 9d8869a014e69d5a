import { daysUntil } from '../../calendar/days-until.ts'
import type { HolidayCalendar } from '../../calendar/holiday-year.ts'
import { workingDaysBetween, yearsWithoutData } from '../../calendar/working-days.ts'
import type { Request } from '../../model/entry/request.ts'
import { stagesByDay } from './clock-events.ts'
import type { ClockProblem } from './clock-problem.ts'
import { type ClockSetting, lastDaySoFar, type Progress, type Wait } from './clock-progress.ts'
import { rectificationNoticeBy } from './clock-restart.ts'
import type { ClockStep, Punctuality } from './clock-step.ts'
import { dateProblems } from './date-problems.ts'
import { dayOfReceipt } from './day-of-receipt.ts'
import { followStages } from './follow-stages.ts'

/**
 * `unconfirmed`: no clock yet. `stopped`: a consultation is open, the last day moves on with every working day.
 * `waiting`: for the rectified application or the payment, which start the term anew.
 */
export type ClockState = 'unconfirmed' | 'running' | 'stopped' | 'waiting' | 'decided' | 'withdrawn'

/** Where an information request stands in law. Days are `YYYY-MM-DD`. */
export interface StatutoryClock {
  readonly state: ClockState
  /** Day of receipt (art. 31); null until it is confirmed. */
  readonly received: string | null
  /** Last day for the decision; null where none runs. While stopped: the last day if the answer came today. */
  readonly lastDay: string | null
  /** Working days after today up to and including the last day; null where none runs or all is over. */
  readonly remaining: number | null
  /** Calendar days since the last day; 0 where it has not passed or the clock stands still. */
  readonly overdueBy: number
  /** Last day for a rectification notice (art. 30); null while the receipt is not confirmed. */
  readonly rectificationNoticeBy: string | null
  /** Whom it waits for; empty where it lies with us, or is concluded. */
  readonly waits: readonly Wait[]
  readonly punctuality: Punctuality | null
  /** The last day on which a decision that has not gone out must go; null where there is none. */
  readonly sendBy: string | null
  /** Years without holiday data that the days above run through: they are provisional (暂算). */
  readonly provisional: readonly number[]
  readonly steps: readonly ClockStep[]
  readonly problems: readonly ClockProblem[]
}

/**
 * The clock of the Regulation (art. 30 to 34, 42) for a request, seen on `today`, with its explanation step by step.
 * Dates that contradict each other or the law are problems beside the best answer, never an error.
 */
export function statutoryClock(request: Request, calendar: HolidayCalendar, today: string): StatutoryClock {
  const { arrived, way } = request.receipt
  const days = stagesByDay(request)
  const confirmed = dayOfReceipt(request.receipt)
  // A request that was already worked on has a clock, confirmed or not; from the arrival it is rather too early than late.
  const start = confirmed ?? (days.begun ? arrived : null)
  const received: ClockStep[] =
    confirmed === null
      ? [{ code: 'unconfirmed', arrived, way, article: 31 }]
      : [{ code: 'received', day: confirmed, way, article: 31 }]
  const { ending, delivered } = days
  const setting: ClockSetting = { received: start ?? arrived, ending, delivered, calendar, today }
  const progress = start === null ? null : followStages(setting, days)
  const lastDay = progress === null ? null : lastDaySoFar(progress)
  const open = days.ending === null
  const waits = open ? [...(confirmed === null ? [confirmation(request)] : []), ...(progress?.waits ?? [])] : []
  const state = stateOf(setting, progress, lastDay)
  const provisional = start === null ? [] : yearsWithoutData(start, latest(start, lastDay, waits), calendar)
  return {
    state,
    received: confirmed,
    lastDay,
    remaining: open && lastDay !== null ? workingDaysBetween(today, lastDay, calendar) : null,
    overdueBy: state === 'running' && lastDay !== null ? Math.max(0, daysUntil(lastDay, today)) : 0,
    rectificationNoticeBy: progress === null ? null : rectificationNoticeBy(progress),
    waits,
    punctuality: progress?.punctuality ?? null,
    sendBy: ending?.kind === 'decision' && delivered === null ? lastDay : null,
    provisional,
    steps: [
      ...received,
      ...(progress?.steps ?? withdrawn(setting)),
      ...(provisional.length > 0 ? [{ code: 'provisional', years: provisional } as const] : []),
    ],
    problems: [
      ...(state === 'unconfirmed' && way === 'ordinaryMail' && today > arrived
        ? [{ code: 'notReached', arrived } as const]
        : []),
      ...(confirmed === null && days.begun ? [{ code: 'unconfirmed', arrived } as const] : []),
      ...dateProblems(request, days, setting.received, today),
      ...(progress?.problems ?? []),
    ],
  }
}

function confirmation({ receipt: { arrived, way } }: Request): Wait {
  return { waitingFor: 'confirmation', since: arrived, due: way === 'ordinaryMail' ? arrived : null }
}

function stateOf({ ending }: ClockSetting, progress: Progress | null, lastDay: string | null): ClockState {
  if (ending !== null) return ending.kind === 'decision' ? 'decided' : 'withdrawn'
  if (progress === null) return 'unconfirmed'
  if (lastDay === null) return 'waiting'
  return progress.stopped ? 'stopped' : 'running'
}

/** A withdrawal before the clock began. */
function withdrawn({ ending }: ClockSetting): ClockStep[] {
  return ending === null ? [] : [{ code: 'withdrawn', day: ending.date }]
}

function latest(start: string, lastDay: string | null, waits: readonly Wait[]): string {
  return [lastDay, ...waits.map(({ due }) => due)].reduce<string>(
    (late, day) => (day !== null && day > late ? day : late),
    start,
  )
}
