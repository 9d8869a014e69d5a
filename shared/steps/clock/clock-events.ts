import type { Request, RequestStage } from '../../model/entry/request.ts'

export type StageOf<K extends RequestStage['kind']> = Extract<RequestStage, { kind: K }>
export type Restarting = StageOf<'rectification'> | StageOf<'fee'>
export type Ending = StageOf<'decision'> | StageOf<'withdrawal'>

/** What happened on a day: a stage, or the applicant's answer to one, which starts the clock anew. */
export type ClockEvent =
  | { readonly what: 'stage'; readonly date: string; readonly stage: RequestStage }
  | { readonly what: 'answer'; readonly date: string; readonly answered: string; readonly stage: Restarting }

export interface StagesByDay {
  /** Up to and including the end. */
  readonly counted: readonly RequestStage[]
  /** The first decision or withdrawal by day. */
  readonly ending: Ending | null
  readonly afterEnd: readonly RequestStage[]
  /** The first day on which the decision went out; null while it has not. */
  readonly delivered: string | null
  /** Somebody worked on it: there is more than a withdrawal. */
  readonly begun: boolean
}

const byDate = (a: { readonly date: string }, b: { readonly date: string }): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : 0

const isEnding = (stage: RequestStage): stage is Ending => stage.kind === 'decision' || stage.kind === 'withdrawal'

/** The day on which others answered a stage; null where they have not, undefined where the stage asks nobody. */
export function answerTo(stage: RequestStage): string | null | undefined {
  if (stage.kind === 'fee') return stage.paid
  return stage.kind === 'rectification' || stage.kind === 'consultation' || stage.kind === 'reasons'
    ? stage.answered
    : undefined
}

/** The stages in the order of their days, whatever order they were written in. */
export function stagesByDay({ stages }: Pick<Request, 'stages'>): StagesByDay {
  const sorted = [...stages].sort(byDate)
  const ending = sorted.find(isEnding) ?? null
  const count = ending === null ? sorted.length : sorted.indexOf(ending) + 1
  const begun = stages.some(({ kind }) => kind !== 'withdrawal')
  return {
    counted: sorted.slice(0, count),
    ending,
    afterEnd: sorted.slice(count),
    delivered: deliveredOn(sorted, ending),
    begun,
  }
}

function deliveredOn(sorted: readonly RequestStage[], ending: Ending | null): string | null {
  if (ending?.kind !== 'decision') return null
  return sorted.find(({ kind, date }) => kind === 'delivery' && date >= ending.date)?.date ?? null
}

/** What happened, by day. An answer after the end no longer counts. */
export function clockEvents({ counted, ending }: StagesByDay): ClockEvent[] {
  const events = counted.flatMap((stage): ClockEvent[] => {
    const event: ClockEvent = { what: 'stage', date: stage.date, stage }
    if (stage.kind !== 'rectification' && stage.kind !== 'fee') return [event]
    const answered = answerTo(stage)
    if (answered === null || answered === undefined) return [event]
    if (ending !== null && answered > ending.date) return [event]
    return [event, { what: 'answer', date: answered < stage.date ? stage.date : answered, answered, stage }]
  })
  return events.sort(byDate)
}
