import type { ReceiptWay } from '../../model/entry/request.ts'

/** `onTime` and `late` as 按期答复 and 逾期答复 are counted. */
export type Punctuality = 'onTime' | 'late'

export type Consulted = 'thirdParty' | 'organ'

interface Consultation {
  readonly whom: Consulted
  readonly from: string
  /** Day of the answer, of the decision, or today while it is open. */
  readonly to: string
  /** Working days left out because of it, those already left out for another consultation not among them. */
  readonly notCounted: number
  /** Day on which the letter reached them; null while nobody knows: `due` is then the earliest it can be. */
  readonly received: string | null
  /** Last day for comments, and its article. */
  readonly due: string
  readonly dueArticle: 32 | 34
  readonly lastDay: string | null
  readonly article: 33
}

interface Restart {
  readonly day: string
  /** The full term from here, an extension included. */
  readonly workingDays: number
  readonly lastDay: string | null
  /** The last day if an extension does not outlive the restart, where that is another day: the safe one. */
  readonly safeLastDay: string | null
}

/** 政府信息公开信息处理费管理办法 (国办函〔2020〕109号). */
type FeeMeasures = { readonly source: 'feeMeasures' }

/** What each step of the explanation says; days are `YYYY-MM-DD`, a last day is null while the clock is not running. */
export interface ClockStepShapes {
  readonly received: { readonly day: string; readonly way: ReceiptWay; readonly article: 31 }
  readonly unconfirmed: { readonly arrived: string; readonly way: ReceiptWay; readonly article: 31 }
  readonly base: {
    readonly from: string
    readonly workingDays: number
    readonly lastDay: string
    readonly article: 33
  }
  readonly rectificationAsked: {
    readonly day: string
    /** Last day for the notice, by art. 30. */
    readonly noticeBy: string
    /** Last day for the applicant. */
    readonly due: string
    readonly article: 30
  }
  readonly rectified: Restart & { readonly article: 30 }
  readonly extended: {
    readonly day: string
    readonly workingDays: number
    readonly lastDay: string | null
    readonly article: 33
  }
  readonly consulted: Consultation
  readonly consulting: Consultation
  readonly feeAsked: FeeMeasures & {
    readonly day: string
    readonly amount: string
    readonly received: string | null
    /** The earliest it can be while the day of receipt is not known. */
    readonly due: string
  }
  readonly paid: Restart & FeeMeasures
  readonly reasonsAsked: { readonly day: string; readonly answered: string | null; readonly article: 35 }
  readonly delayed: {
    readonly day: string
    readonly until: string
    readonly lastDay: string | null
    readonly article: 35
  }
  readonly decided: {
    readonly day: string
    /** The day on which it went out, which says whether it was in time; null: judged by its own day until then. */
    readonly delivered: string | null
    readonly outcome: string
    readonly lastDay: string | null
    readonly punctuality: Punctuality
    /** Calendar days after the last day; 0 in time. */
    readonly lateBy: number
    readonly article: 33
  }
  readonly withdrawn: { readonly day: string }
  /** Years without holiday data: Monday to Friday were counted there. */
  readonly provisional: { readonly years: readonly number[] }
}

export type ClockStepCode = keyof ClockStepShapes

/** One step of the explanation how the last day comes about. */
export type ClockStep<Code extends ClockStepCode = ClockStepCode> = {
  [C in Code]: { readonly code: C } & ClockStepShapes[C]
}[Code]
