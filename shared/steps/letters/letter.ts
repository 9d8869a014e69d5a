import type { HolidayCalendar } from '../../calendar/holiday-year.ts'
import type { ReceiptWay, Request, RequestStage } from '../../model/entry/request.ts'
import type { ClockStep, ClockStepCode } from '../clock/clock-step.ts'
import { type Fee, type FeeBasis, feeFor } from '../clock/fee-tariff.ts'
import type { StatutoryClock } from '../clock/statutory-clock.ts'

type StageOf<K extends RequestStage['kind']> = Extract<RequestStage, { kind: K }>
type Written = 'rectification' | 'extension' | 'consultation' | 'fee' | 'reasons' | 'delay' | 'decision'

type Corrected = StageOf<'decision'> & { readonly correction: NonNullable<StageOf<'decision'>['correction']> }

/** A letter that can be made for a request: of the whole, or of one of its stages. */
export type Letter =
  | { readonly kind: 'receipt' }
  /** For the file, not for the applicant: the deadlines with their reasons. */
  | { readonly kind: 'slip' }
  | { readonly [K in Written]: { readonly kind: K; readonly stage: StageOf<K> } }[Written]
  /** To the applicant, that others are asked. */
  | { readonly kind: 'consultationNotice'; readonly stage: StageOf<'consultation'> }
  /** To the third party, that its information is disclosed in the public interest. */
  | { readonly kind: 'publicInterest'; readonly stage: StageOf<'decision'> }
  /** To the applicant, what became of what is recorded of them (art. 41). */
  | { readonly kind: 'correction'; readonly stage: Corrected }
  /** `stage` is null where it goes out together with the decision: day and way are then left open. */
  | { readonly kind: 'delivery'; readonly stage: StageOf<'delivery'> | null }

/**
 * The letters of a stage, or with null of the request as a whole; none for a withdrawal. `before` are the stages of the
 * request: only a third party that was asked is told that its information is disclosed all the same.
 */
export function lettersOf(stage: RequestStage | null, before: readonly RequestStage[] = []): Letter[] {
  if (stage === null) return [{ kind: 'receipt' }, { kind: 'slip' }]
  switch (stage.kind) {
    case 'decision':
      return [
        { kind: 'decision', stage },
        ...(isCorrected(stage) ? [{ kind: 'correction', stage } as const] : []),
        ...(isDisclosure(stage) && before.some(isThirdPartyAsked) ? [{ kind: 'publicInterest', stage } as const] : []),
        { kind: 'delivery', stage: null },
      ]
    case 'rectification':
      return [{ kind: 'rectification', stage }]
    case 'extension':
      return [{ kind: 'extension', stage }]
    case 'consultation':
      return [
        { kind: 'consultation', stage },
        { kind: 'consultationNotice', stage },
      ]
    case 'fee':
      return [{ kind: 'fee', stage }]
    case 'delivery':
      return [{ kind: 'delivery', stage }]
    case 'reasons':
      return [{ kind: 'reasons', stage }]
    case 'delay':
      return [{ kind: 'delay', stage }]
    case 'withdrawal':
      return []
  }
}

const isCorrected = (stage: StageOf<'decision'>): stage is Corrected => stage.correction !== undefined

const isDisclosure = ({ outcome }: StageOf<'decision'>): boolean => outcome === 'granted' || outcome === 'partlyGranted'

const isThirdPartyAsked = (stage: RequestStage): boolean => stage.kind === 'consultation' && stage.whom === 'thirdParty'

/** What a letter is made from. The personal fields are in clear: it is for printing and is not kept. */
export interface LetterContext {
  readonly request: Request
  /** The register's number, and what is asked (申请内容); empty where not given. */
  readonly number: string
  readonly subject: string
  readonly personal: {
    readonly name: string
    readonly phone: string
    readonly email: string
    readonly address: string
  }
  /** Whose letter it is; contact and phone for questions. */
  readonly unit: { readonly name: string; readonly contact: string; readonly phone: string }
  readonly calendar: HolidayCalendar
  /** `YYYY-MM-DD` in Beijing. */
  readonly today: string
}

/** What the entry does not hold and the clerk writes for this letter; empty where nothing was written. */
export interface LetterDetails {
  /** The day that the letter is dated with, `YYYY-MM-DD`; empty: that of its stage, else today. */
  readonly date: string
  readonly matter: string
  readonly addressee: string
  readonly unitAddress: string
  readonly payTo: string
  readonly reviewOrgan: string
  readonly court: string
  /** Address of the online way to review; needed where the answer goes out online. */
  readonly reviewOnline: string
  readonly deliveredDocument: string
  /** Which of an outcome's answers, counted from 0. */
  readonly answer: number
  readonly basis: FeeBasis
  /** Pages, or the place of this request among the applicant's of the month; null where not typed. */
  readonly count: number | null
  /** The first item that this notice charges, where it is of several; null: the last one alone, or all pages. */
  readonly from: number | null
}

export const emptyDetails: LetterDetails = {
  date: '',
  matter: '',
  addressee: '',
  unitAddress: '',
  payTo: '',
  reviewOrgan: '',
  court: '',
  reviewOnline: '',
  deliveredDocument: '',
  answer: 0,
  basis: 'items',
  count: null,
  from: null,
}

/** The day with which a letter is dated where the clerk chose none. */
export function ownDate(letter: Letter, today: string): string {
  return ('stage' in letter ? letter.stage?.date : undefined) ?? today
}

/** The fee of a notice; null where its number is not typed, or can't be. */
export function noticeFee({ basis, count, from }: Pick<LetterDetails, 'basis' | 'count' | 'from'>): Fee | null {
  if (count === null) return null
  return feeFor(basis, count, from ?? (basis === 'items' ? Math.max(count, 1) : 1))
}

/** How the program says what a letter's own wording leaves to it; see letterWords in wording/. */
export interface LetterWords {
  /** How a request came, before 提出; empty for a way without a name. */
  readonly receivedThrough: Readonly<Record<ReceiptWay, string>>
  readonly deliveryWays: Readonly<Record<StageOf<'delivery'>['way'], string>>
  readonly feeCalculation: (fee: Fee) => string
  readonly clockSummary: (clock: StatutoryClock, today: string) => string
  readonly clockStep: (step: ClockStep<ClockStepCode>) => string
}
