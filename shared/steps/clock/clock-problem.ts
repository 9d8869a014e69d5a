import type { StageKind } from '../../model/entry/request.ts'
import type { Consulted } from './clock-step.ts'

interface Stage {
  readonly kind: StageKind
  readonly date: string
}

/** What is wrong with the days of a request. The clock goes on with the best answer; the clerk mends the date. */
export interface ClockProblemShapes {
  readonly confirmedBeforeArrival: { readonly arrived: string; readonly confirmed: string }
  /** Ordinary mail has to be confirmed on the day it comes (art. 31). */
  readonly mailConfirmedLater: { readonly arrived: string; readonly confirmed: string }
  /** Ordinary mail whose applicant was not reached on the day it came: no clock until contact is restored (国办公开办函〔2015〕207号). */
  readonly notReached: { readonly arrived: string }
  /** Stages though the receipt is not confirmed: counted from the arrival. */
  readonly unconfirmed: { readonly arrived: string }
  readonly arrivalInFuture: { readonly arrived: string }
  readonly inFuture: Stage
  readonly outOfOrder: Stage
  readonly beforeReceipt: Stage & { readonly received: string }
  readonly answeredBeforeAsked: Stage & { readonly answered: string }
  readonly answeredInFuture: Stage & { readonly answered: string }
  readonly answeredAfterEnd: Stage & { readonly answered: string; readonly ended: string }
  /** After the decision or the withdrawal: not counted. */
  readonly afterEnd: Stage & { readonly ended: string }
  /** After the last day: it moves the last day no more. */
  readonly afterLastDay: Stage & { readonly lastDay: string }
  readonly rectificationNoticeLate: { readonly date: string; readonly by: string }
  /** Asked a second time: the clock does not start again (art. 30: once). */
  readonly rectificationAgain: { readonly date: string }
  readonly rectifiedLate: { readonly answered: string; readonly due: string }
  /** Extensions of more than 20 working days in all: `counted` of these count (art. 33). */
  readonly extensionBeyond: { readonly date: string; readonly workingDays: number; readonly counted: number }
  /** A delayed day told though no reasons were asked for (art. 35). */
  readonly delayWithoutReasons: { readonly date: string }
  readonly feeAgain: { readonly date: string }
  readonly paidLate: { readonly answered: string; readonly due: string }
  /** Longer than the 15 working days for comments (art. 32, 34); `to` is null while it is open. */
  readonly consultationLong: {
    readonly whom: Consulted
    readonly date: string
    readonly received: string
    readonly due: string
    readonly to: string | null
  }
  /** Nobody noted when the letter reached them: the 15 working days may not be over, `due` is the earliest end. */
  readonly consultationReceiptOpen: { readonly whom: Consulted; readonly date: string; readonly due: string }
  /** Closed as not paid though nobody noted when the notice reached the applicant; `due` is the earliest end. */
  readonly feeReceiptOpen: { readonly date: string; readonly due: string }
  /** The letter reached them before it was sent, or in the future. */
  readonly receivedBeforeSent: Stage & { readonly received: string }
  readonly receivedInFuture: Stage & { readonly received: string }
  /** Decided while a consultation has no end: left out up to the decision. */
  readonly consultationNotEnded: { readonly whom: Consulted; readonly date: string }
  /** Closed as not rectified or not paid before the applicant's period was over. */
  readonly closedTooEarly: { readonly date: string; readonly due: string }
  readonly deliveredBeforeDecision: { readonly date: string }
}

export type ClockProblemCode = keyof ClockProblemShapes

export type ClockProblem<Code extends ClockProblemCode = ClockProblemCode> = {
  [C in Code]: { readonly code: C } & ClockProblemShapes[C]
}[Code]
