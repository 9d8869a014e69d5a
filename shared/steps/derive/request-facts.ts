import type { HolidayCalendar } from '../../calendar/holiday-year.ts'
import type { ReceiptWay, Request, RequestStage } from '../../model/entry/request.ts'
import { type StageOf, type StagesByDay, stagesByDay } from '../clock/clock-events.ts'
import type { ClockSetting } from '../clock/clock-progress.ts'
import type { Punctuality } from '../clock/clock-step.ts'
import { dayOfReceipt } from '../clock/day-of-receipt.ts'
import { followStages } from '../clock/follow-stages.ts'

/** How `received.*` of the supplement counts the ways. */
export type CountedWay = 'online' | 'letter' | 'inPerson' | 'fax' | 'other'

const countedWays: Record<ReceiptWay, CountedWay> = {
  inPerson: 'inPerson',
  signedMail: 'letter',
  ordinaryMail: 'letter',
  online: 'online',
  fax: 'fax',
  other: 'other',
}

/** What a withdrawal says in place of an outcome; a form's row names it under `counts`. */
export const WITHDRAWAL = 'withdrawal'

/** A request as the derivations of the form count it, under their field names. Days are `YYYY-MM-DD`. */
export interface RequestFacts {
  /** The first receipt: its year is the year it counts in. Until it is confirmed: the day it arrived. */
  readonly received: string
  readonly applicant: string
  readonly way: CountedWay
  readonly concluded: string | null
  /** As it was decided, or `withdrawal`. */
  readonly outcome: string | null
  /** Null while open, and after a withdrawal, which answers nothing. */
  readonly punctuality: Punctuality | null
  /** In yuan, exact; of several notices the one that was paid, else the last. */
  readonly processingFee: string | null
  readonly feePaid: string | null
}

/** The facts of a request, the same on every day they are asked for. */
export function requestFacts(request: Request, calendar: HolidayCalendar): RequestFacts {
  const { arrived, applicant, way } = request.receipt
  const received = dayOfReceipt(request.receipt) ?? arrived
  const days = stagesByDay(request)
  const { ending, delivered } = days
  const fee = chargedFee(request.stages)
  return {
    received,
    applicant,
    way: countedWays[way],
    // Nothing is concluded before it was received: what a year takes in and hands on would no longer balance.
    concluded: ending === null ? null : ending.date < received ? received : ending.date,
    outcome: ending === null ? null : ending.kind === 'decision' ? ending.outcome : WITHDRAWAL,
    punctuality: ending?.kind === 'decision' ? punctualityOf(days, { received, ending, delivered, calendar }) : null,
    processingFee: fee?.amount ?? null,
    feePaid: fee?.paid ?? null,
  }
}

/** The fee notice that counts: of several the one that was paid, else the last. Null where there was none. */
export function chargedFee(stages: readonly RequestStage[]): StageOf<'fee'> | null {
  const notices = stages.filter((stage) => stage.kind === 'fee')
  return notices.findLast(({ paid }) => paid !== null) ?? notices.at(-1) ?? null
}

/** What `statutoryClock` says of a decision, without the rest of the clock. After the end, today no longer matters. */
function punctualityOf(days: StagesByDay, setting: Omit<ClockSetting, 'today'>): Punctuality | null {
  return followStages({ ...setting, today: setting.received }, days).punctuality
}
