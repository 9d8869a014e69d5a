import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/calendar/day-number.ts'
import type { HolidayCalendar } from '../../shared/calendar/holiday-year.ts'
import { isWorkingDay } from '../../shared/calendar/working-days.ts'
import { type Request, type RequestStage, receiptWays } from '../../shared/model/entry/request.ts'
import { statutoryClock } from '../../shared/steps/clock/statutory-clock.ts'
import { requestFacts } from '../../shared/steps/derive/request-facts.ts'
import { clockProblemText } from '../../shared/wording/clock-problem.ts'
import { clockStepText } from '../../shared/wording/clock-step.ts'
import { clockSummary } from '../../shared/wording/clock-summary.ts'
import { nationalHolidays } from '../fixtures/catalogue.ts'

const FIRST = '2019-05-15'
const day = fc.integer({ min: 0, max: 2900 }).map((days) => addDays(FIRST, days))
/** Days after the receipt on which something happens; the last answer comes 110 days after it. */
const after = fc.integer({ min: -2, max: 70 })

type Draft = (received: string) => RequestStage

const answer = fc.option(fc.integer({ min: -1, max: 40 }))
const answeredOn = (received: string, at: number, delay: number | null): string | null =>
  delay === null ? null : addDays(received, at + delay)

const rectification: fc.Arbitrary<Draft> = fc
  .tuple(after, fc.integer({ min: 1, max: 30 }), answer)
  .map(([at, period, delay]) => (received) => ({
    kind: 'rectification',
    date: addDays(received, at),
    period,
    answered: answeredOn(received, at, delay),
  }))
const extension: fc.Arbitrary<Draft> = fc
  .tuple(after, fc.integer({ min: 1, max: 20 }))
  .map(([at, workingDays]) => (received) => ({ kind: 'extension', date: addDays(received, at), workingDays }))
const consultation: fc.Arbitrary<Draft> = fc
  .tuple(after, fc.constantFrom('thirdParty' as const, 'organ' as const), answer, answer)
  .map(([at, whom, travel, delay]) => (received) => ({
    kind: 'consultation',
    date: addDays(received, at),
    whom,
    received: answeredOn(received, at, travel),
    answered: answeredOn(received, at, delay),
  }))
const fee: fc.Arbitrary<Draft> = fc.tuple(after, answer, answer).map(([at, travel, delay]) => (received) => ({
  kind: 'fee',
  date: addDays(received, at),
  amount: '100',
  received: answeredOn(received, at, travel),
  paid: answeredOn(received, at, delay),
}))
const reasons: fc.Arbitrary<Draft> = fc.tuple(after, answer).map(([at, delay]) => (received) => ({
  kind: 'reasons',
  date: addDays(received, at),
  answered: answeredOn(received, at, delay),
}))
const delayed: fc.Arbitrary<Draft> = fc
  .tuple(after, fc.integer({ min: 0, max: 90 }))
  .map(([at, until]) => (received) => ({
    kind: 'delay',
    date: addDays(received, at),
    until: addDays(received, at + until),
  }))
const ending: fc.Arbitrary<Draft> = fc
  .tuple(after, fc.constantFrom('decision' as const, 'withdrawal' as const, 'delivery' as const))
  .map(([at, kind]) => (received) => {
    const date = addDays(received, at)
    if (kind === 'decision') return { kind, date, outcome: 'other.rectificationOverdue', documentNumber: '' }
    return kind === 'delivery' ? { kind, date, way: 'mail' } : { kind, date }
  })

const running = fc.oneof(rectification, extension, consultation, fee, reasons)

function requestOf(stage: fc.Arbitrary<Draft>): fc.Arbitrary<Request> {
  return fc
    .record({
      arrived: day,
      way: fc.constantFrom(...receiptWays),
      confirmed: fc.option(fc.integer({ min: -1, max: 5 })),
      drafts: fc.array(stage, { maxLength: 5 }),
    })
    .map(({ arrived, way, confirmed, drafts }) => ({
      receipt: {
        arrived,
        way,
        confirmed: confirmed === null ? null : addDays(arrived, confirmed),
        applicant: 'person',
      },
      stages: drafts.map((draft) => draft(arrived)),
    }))
}

const anyRequest = requestOf(fc.oneof(running, delayed, ending))

function withMoreDaysOff(days: readonly string[]): HolidayCalendar {
  const calendar = new Map(nationalHolidays)
  for (const date of days) {
    const year = Number(date.slice(0, 4))
    const known = calendar.get(year) ?? { holidays: [], workdays: [] }
    calendar.set(year, { holidays: [...known.holidays, date], workdays: known.workdays })
  }
  return calendar
}

describe('statutoryClock()', () => {
  it('ends on a working day, and says everything in words, whatever the dates', () => {
    fc.assert(
      fc.property(anyRequest, day, (request, today) => {
        const clock = statutoryClock(request, nationalHolidays, today)
        const told = request.stages.flatMap((stage) => (stage.kind === 'delay' ? [stage.until] : []))
        if (clock.lastDay !== null && !told.includes(clock.lastDay)) {
          expect(isWorkingDay(clock.lastDay, nationalHolidays)).toBe(true)
        }
        const counting = clock.state === 'running' || clock.state === 'stopped'
        expect(clock.remaining !== null).toBe(counting)
        if (counting) expect(clock.lastDay).not.toBeNull()
        if (clock.state === 'unconfirmed' || clock.state === 'waiting') expect(clock.lastDay).toBeNull()
        const said = [
          ...clock.steps.map(clockStepText),
          ...clock.problems.map(clockProblemText),
          clockSummary(clock, today),
        ]
        for (const text of said) expect(text).toMatch(/^.+。$/)
        expect(said.join('')).not.toMatch(/undefined|null|NaN|\d{4}-\d{2}/)
      }),
    )
  })

  it('C19: is the same in whatever order the stages are written', () => {
    fc.assert(
      fc.property(requestOf(running), day, (request, today) => {
        const dates = request.stages.map(({ date }) => date)
        fc.pre(new Set(dates).size === dates.length)
        const turned = { ...request, stages: request.stages.toReversed() }
        const [a, b] = [request, turned].map((one) => statutoryClock(one, nationalHolidays, today))
        expect(b?.steps).toEqual(a?.steps)
        expect(b?.lastDay).toBe(a?.lastDay)
      }),
    )
  })

  it('C19: never ends earlier for another consultation, fee, first extension or first rectification', () => {
    fc.assert(
      fc.property(requestOf(running), running, day, (request, draft, today) => {
        const more = draft(request.receipt.arrived)
        const once = more.kind === 'extension' || more.kind === 'rectification'
        fc.pre(!once || request.stages.every(({ kind }) => kind !== more.kind))
        const confirmed = { ...request.receipt, way: 'inPerson' as const }
        const before = statutoryClock({ ...request, receipt: confirmed }, nationalHolidays, today).lastDay
        const grown = { receipt: confirmed, stages: [...request.stages, more] }
        const after = statutoryClock(grown, nationalHolidays, today).lastDay
        if (before !== null && after !== null) expect(after >= before).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('C19: never ends earlier for more days off', () => {
    fc.assert(
      fc.property(anyRequest, day, fc.array(after, { maxLength: 12 }), (request, today, more) => {
        const calendar = withMoreDaysOff(more.map((days) => addDays(request.receipt.arrived, days)))
        const before = statutoryClock(request, nationalHolidays, today).lastDay
        const after = statutoryClock(request, calendar, today).lastDay
        if (before !== null && after !== null) expect(after >= before).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('C7: an open request loses no working day while a consultation is open', () => {
    fc.assert(
      fc.property(requestOf(running), fc.nat(30), fc.nat(30), (request, first, later) => {
        const since = addDays(request.receipt.arrived, 115)
        const on = (days: number) => statutoryClock(request, nationalHolidays, addDays(since, days))
        const [a, b] = [on(first), on(first + later)]
        fc.pre(a.state === 'stopped')
        expect(b.state).toBe('stopped')
        expect(b.overdueBy).toBe(0)
        if ((a.remaining ?? 0) > 1) expect(b.remaining).toBe(a.remaining)
      }),
    )
  })
})

describe('requestFacts()', () => {
  it('agrees with the clock and never concludes before the receipt', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const facts = requestFacts(request, nationalHolidays)
        const clock = statutoryClock(request, nationalHolidays, '2027-12-31')
        expect(facts.punctuality).toBe(clock.punctuality)
        expect(facts.concluded === null).toBe(clock.state !== 'decided' && clock.state !== 'withdrawn')
        expect((facts.outcome === null) === (facts.concluded === null)).toBe(true)
        if (facts.concluded !== null) expect(facts.concluded >= facts.received).toBe(true)
      }),
    )
  })
})
