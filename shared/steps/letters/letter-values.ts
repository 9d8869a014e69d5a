import { chineseDate } from '../../calendar/chinese-date.ts'
import { workingDayAfter } from '../../calendar/working-days.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Request, RequestStage } from '../../model/entry/request.ts'
import { clockLaw } from '../clock/clock-law.ts'
import type { StatutoryClock } from '../clock/statutory-clock.ts'
import { type Answers, answersFor } from './answers-for.ts'
import type { PlaceholderValues } from './fill-in.ts'
import { type Letter, type LetterContext, type LetterDetails, type LetterWords, noticeFee, ownDate } from './letter.ts'

/** The value of every placeholder for this letter; empty where the entry does not tell it. */
export function letterValues(
  letter: Letter,
  context: LetterContext,
  details: LetterDetails,
  clock: StatutoryClock,
  { catalogue, words }: { readonly catalogue: Catalogue; readonly words: LetterWords },
): PlaceholderValues {
  const { request, number, subject, personal, unit, today } = context
  const day = (date: string | null | undefined): string => (date ? chineseDate(date) : '')
  const isPerson = request.receipt.applicant === 'person'
  const stage = 'stage' in letter ? letter.stage : null
  const fee = lastStage(request, 'fee', letter)
  const asked = lastStage(request, 'rectification', letter)
  const decision = lastStage(request, 'decision', letter)
  const answers = decision === null ? null : answersFor(catalogue, decision)
  const given = termGiven(stage)
  const due = (date: string, workingDays: number): string =>
    chineseDate(workingDayAfter(date, workingDays, context.calendar))
  const tariff = letter.kind === 'fee' ? noticeFee(details) : null
  const delivery = letter.kind === 'delivery' ? letter.stage : null
  return {
    applicant: personal.name,
    you: isPerson ? '您' : '贵单位',
    number,
    request: subject,
    way: words.receivedThrough[request.receipt.way],
    received: day(clock.received),
    unit: unit.name,
    contact: unit.contact,
    phone: unit.phone,
    unitAddress: details.unitAddress,
    letterDate: chineseDate(details.date || ownDate(letter, today)),
    documentNumber: decision?.documentNumber ?? '',
    answerDays: String(clockLaw.answerDays),
    lastDay: day(lastDayWith(letter, clock)),
    period: given === null ? '' : String(given),
    due: given === null || stage === null ? '' : due(receiptOf(stage) ?? stage.date, given),
    extendedBy: letter.kind === 'extension' ? String(letter.stage.workingDays) : '',
    noticeBy: day(clock.rectificationNoticeBy),
    askedToRectify: day(asked?.date),
    rectifiedOn: day(asked?.answered),
    rectifyBy: asked === null ? '' : due(asked.date, asked.period),
    askedToPay: day(fee?.date),
    payBy: fee === null || fee.received === null ? '' : due(fee.received, clockLaw.paymentDays),
    until: letter.kind === 'delay' ? chineseDate(letter.stage.until) : '',
    month: day(clock.received).replace(/\d+日$/, ''),
    count: details.count === null ? '' : String(details.count),
    charged: chargedItems(details),
    amount: fee?.amount ?? '',
    calculation: tariff === null ? '' : words.feeCalculation(tariff),
    outcome: answers?.outcome ?? '',
    article: answers?.article ?? '',
    matter: details.matter,
    addressee: details.addressee,
    payTo: details.payTo,
    reviewOrgan: details.reviewOrgan,
    court: details.court,
    reviewOnline: details.reviewOnline,
    deliveredDocument: details.deliveredDocument || deliveredDocument(decision, details.answer, answers),
    deliveryWay: delivery === null ? '' : words.deliveryWays[delivery.way],
    deliverTo: delivery?.way === 'online' ? personal.email : personal.address,
  }
}

/** When the letter of a stage reached whom it was sent to; null where nobody knows, or nobody asks. */
function receiptOf(stage: RequestStage): string | null {
  return stage.kind === 'consultation' || stage.kind === 'fee' ? stage.received : null
}

function chargedItems({ count, from }: LetterDetails): string {
  if (count === null) return ''
  return from === null || from === count ? `第${count}件` : `第${from}件至第${count}件`
}

/** What is delivered where the clerk says nothing else: the answer with its number. */
function deliveredDocument(decision: StageOf<'decision'> | null, answer: number, answers: Answers | null): string {
  if (decision === null || answers === null) return ''
  const title = (answers.wordings[answer] ?? answers.wordings[0])?.title ?? ''
  return decision.documentNumber === '' ? title : `${title}（${decision.documentNumber}）`
}

/** Working days that the letter gives the one it goes to. */
function termGiven(stage: RequestStage | null): number | null {
  switch (stage?.kind) {
    case 'rectification':
      return stage.period
    case 'consultation':
      return clockLaw.commentDays
    case 'fee':
      return clockLaw.paymentDays
    default:
      return null
  }
}

/** The last day as this letter tells it: of the first term, or with the extension; else as it stands. */
function lastDayWith(letter: Letter, { steps, lastDay }: StatutoryClock): string | null {
  if (letter.kind !== 'receipt' && letter.kind !== 'extension') return lastDay
  for (const step of steps) {
    if (letter.kind === 'receipt' && step.code === 'base') return step.lastDay
    if (letter.kind === 'extension' && step.code === 'extended' && step.day === letter.stage.date) return step.lastDay
  }
  return null
}

type StageOf<K extends RequestStage['kind']> = Extract<RequestStage, { kind: K }>

/** The letter's own stage where it is of this kind, else the latest of the request; null without one. */
function lastStage<K extends RequestStage['kind']>(request: Request, kind: K, letter: Letter): StageOf<K> | null {
  const isOfKind = (stage: RequestStage | null): stage is StageOf<K> => stage?.kind === kind
  const own = 'stage' in letter ? letter.stage : null
  if (isOfKind(own)) return own
  return request.stages.filter(isOfKind).sort((a, b) => (a.date < b.date ? 1 : -1))[0] ?? null
}
