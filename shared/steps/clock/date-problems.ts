import type { Request, RequestReceipt, RequestStage } from '../../model/entry/request.ts'
import { answerTo, type StageOf, type StagesByDay } from './clock-events.ts'
import type { ClockProblem } from './clock-problem.ts'

/** Dates that contradict each other or the calendar, whatever the law says about them. */
export function dateProblems(request: Request, days: StagesByDay, received: string, today: string): ClockProblem[] {
  return [
    ...receiptProblems(request.receipt, today),
    ...request.stages.flatMap((stage, index) => [
      ...stageProblems(stage, received, today, days.ending?.date ?? null),
      ...orderProblems(stage, request.stages.slice(0, index)),
    ]),
    ...days.afterEnd.flatMap(({ kind, date }): ClockProblem[] =>
      kind === 'delivery' || days.ending === null ? [] : [{ code: 'afterEnd', kind, date, ended: days.ending.date }],
    ),
  ]
}

function receiptProblems({ arrived, way, confirmed }: RequestReceipt, today: string): ClockProblem[] {
  const problems: ClockProblem[] = []
  if (arrived > today) problems.push({ code: 'arrivalInFuture', arrived })
  if (confirmed === null || way === 'inPerson' || way === 'signedMail') return problems
  if (confirmed < arrived) problems.push({ code: 'confirmedBeforeArrival', arrived, confirmed })
  if (confirmed > arrived && way === 'ordinaryMail') problems.push({ code: 'mailConfirmedLater', arrived, confirmed })
  return problems
}

function stageProblems(stage: RequestStage, received: string, today: string, ended: string | null): ClockProblem[] {
  const { kind, date } = stage
  const problems: ClockProblem[] = []
  if (date < received) problems.push({ code: 'beforeReceipt', kind, date, received })
  if (date > today) problems.push({ code: 'inFuture', kind, date })
  if (kind === 'delivery' && (ended === null || date < ended)) problems.push({ code: 'deliveredBeforeDecision', date })
  if (kind === 'consultation' || kind === 'fee') problems.push(...receiptOfLetter(stage, today))
  const answered = answerTo(stage)
  if (answered === null || answered === undefined) return problems
  if (answered < date) problems.push({ code: 'answeredBeforeAsked', kind, date, answered })
  if (answered > today) problems.push({ code: 'answeredInFuture', kind, date, answered })
  if (ended !== null && answered > ended) problems.push({ code: 'answeredAfterEnd', kind, date, answered, ended })
  return problems
}

/** When the letter of a stage reached whom it was sent to. */
function receiptOfLetter({ kind, date, received }: StageOf<'consultation' | 'fee'>, today: string): ClockProblem[] {
  if (received === null) return []
  return [
    ...(received < date ? [{ code: 'receivedBeforeSent', kind, date, received } as const] : []),
    ...(received > today ? [{ code: 'receivedInFuture', kind, date, received } as const] : []),
  ]
}

function orderProblems({ kind, date }: RequestStage, before: readonly RequestStage[]): ClockProblem[] {
  return before.some((earlier) => earlier.date > date) ? [{ code: 'outOfOrder', kind, date }] : []
}
