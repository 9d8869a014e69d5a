import { describe, expect, it } from 'vitest'
import type { RequestStage } from '../../../../../shared/model/entry/request.ts'
import { statutoryClock } from '../../../../../shared/steps/clock/statutory-clock.ts'
import { nationalHolidays } from '../../../../fixtures/catalogue.ts'
import { handedIn } from '../../../../fixtures/dated-request.ts'

const decision = (date: string, outcome = 'granted'): RequestStage => ({
  kind: 'decision',
  date,
  outcome,
  documentNumber: '',
})

const clockOf = (day: string, today: string, ...stages: RequestStage[]) =>
  statutoryClock(handedIn(day, ...stages), nationalHolidays, today)

describe('statutoryClock() with a decision', () => {
  it.each([
    ['2024-10-10', 'onTime', 0],
    ['2024-10-11', 'late', 1],
    ['2024-10-14', 'late', 4],
  ] as const)('of %s: %s, by %s days', (day, punctuality, lateBy) => {
    const clock = clockOf('2024-09-05', '2024-11-01', decision(day))
    expect(clock).toMatchObject({ state: 'decided', punctuality, remaining: null, overdueBy: 0, problems: [] })
    expect(clock.steps.at(-1)).toEqual({
      code: 'decided',
      day,
      delivered: null,
      outcome: 'granted',
      lastDay: '2024-10-10',
      punctuality,
      lateBy,
      article: 33,
    })
  })

  it('is in time while the clock waits for the applicant, and can close the request when the period is over', () => {
    const asked: RequestStage = { kind: 'rectification', date: '2022-01-20', period: 15, answered: null }
    const clock = clockOf('2022-01-17', '2022-03-01', asked, decision('2022-02-16', 'other.rectificationOverdue'))
    expect(clock).toMatchObject({ state: 'decided', punctuality: 'onTime', waits: [], problems: [] })
  })

  it('C12: that closes the request before the applicant’s period is over is a problem', () => {
    const asked: RequestStage = { kind: 'fee', date: '2024-09-20', amount: '100', received: '2024-09-20', paid: null }
    const clock = clockOf('2024-09-05', '2024-11-01', asked, decision('2024-10-23', 'other.feeOverdue'))
    expect(clock.problems).toEqual([{ code: 'closedTooEarly', date: '2024-10-23', due: '2024-10-23' }])
  })

  it('leaves out an open consultation up to its day, and asks for the end', () => {
    const open: RequestStage = {
      kind: 'consultation',
      date: '2024-09-12',
      whom: 'organ',
      received: '2024-09-12',
      answered: null,
    }
    const clock = clockOf('2024-09-05', '2024-11-01', open, decision('2024-09-30'))
    expect(clock).toMatchObject({ state: 'decided', punctuality: 'onTime' })
    expect(clock.problems).toEqual([{ code: 'consultationNotEnded', whom: 'organ', date: '2024-09-12' }])
    expect(clock.steps.map(({ code }) => code)).toEqual(['received', 'base', 'consulted', 'decided'])
  })
})

describe('C14: statutoryClock() with a withdrawal', () => {
  it('ends without punctuality', () => {
    const clock = clockOf('2024-09-05', '2024-11-01', { kind: 'withdrawal', date: '2024-10-20' })
    expect(clock).toMatchObject({ state: 'withdrawn', punctuality: null, overdueBy: 0, problems: [] })
    expect(clock.steps.at(-1)).toEqual({ code: 'withdrawn', day: '2024-10-20' })
  })

  it('ends a request that was never confirmed', () => {
    const request = {
      receipt: { arrived: '2024-09-05', way: 'online', confirmed: null, applicant: 'person' },
      stages: [{ kind: 'withdrawal', date: '2024-09-06' }],
    } as const
    const clock = statutoryClock(request, nationalHolidays, '2024-09-09')
    expect(clock).toMatchObject({ state: 'withdrawn', received: null, waits: [], problems: [] })
    expect(clock.steps.map(({ code }) => code)).toEqual(['unconfirmed', 'withdrawn'])
  })
})

describe('statutoryClock() with dates that cannot be', () => {
  const rectify = (date: string, answered: string | null): RequestStage => ({
    kind: 'rectification',
    date,
    period: 10,
    answered,
  })
  const extend = (date: string): RequestStage => ({ kind: 'extension', date, workingDays: 20 })

  it('C9: counts the first rectification only', () => {
    const clock = clockOf('2024-09-05', '2024-09-25', rectify('2024-09-10', '2024-09-12'), rectify('2024-09-19', null))
    expect(clock).toMatchObject({ state: 'running', lastDay: '2024-10-16' })
    expect(clock.waits.map(({ waitingFor }) => waitingFor)).toEqual(['applicant'])
    expect(clock.problems).toEqual([{ code: 'rectificationAgain', date: '2024-09-19' }])
  })

  it('C9: names a rectification notice after the 7th working day, and still starts anew', () => {
    const clock = clockOf('2024-09-05', '2024-09-25', rectify('2024-09-18', '2024-09-20'))
    expect(clock.lastDay).toBe('2024-10-23')
    expect(clock.problems).toEqual([{ code: 'rectificationNoticeLate', date: '2024-09-18', by: '2024-09-14' }])
  })

  it('C9: takes a rectification notice on the 7th working day, a Saturday that is worked', () => {
    expect(clockOf('2024-09-05', '2024-09-25', rectify('2024-09-14', '2024-09-20')).problems).toEqual([])
  })

  it('C6: counts extensions up to 20 working days in all', () => {
    const clock = clockOf('2024-09-05', '2024-10-20', extend('2024-10-08'), extend('2024-10-15'))
    expect(clock.lastDay).toBe('2024-11-06')
    expect(clock.problems).toEqual([{ code: 'extensionBeyond', date: '2024-10-15', workingDays: 20, counted: 0 }])
  })

  it.each<RequestStage>([
    extend('2024-10-11'),
    { kind: 'consultation', date: '2024-10-11', whom: 'organ', received: '2024-10-11', answered: null },
    { kind: 'fee', date: '2024-10-11', amount: '100', received: '2024-10-11', paid: '2024-10-14' },
    rectify('2024-10-11', '2024-10-14'),
  ])('does not let a $kind after the last day move it', (stage) => {
    const clock = clockOf('2024-09-05', '2024-10-15', stage)
    expect(clock).toMatchObject({ state: 'running', lastDay: '2024-10-10', overdueBy: 5 })
    expect(clock.problems).toEqual([
      { code: 'afterLastDay', kind: stage.kind, date: '2024-10-11', lastDay: '2024-10-10' },
    ])
  })

  it('C17: leaves out what follows the decision, a delivery excepted', () => {
    const late = [extend('2024-10-09'), { kind: 'delivery', date: '2024-10-09', way: 'mail' } as const]
    const clock = clockOf('2024-09-05', '2024-10-15', decision('2024-10-08'), ...late, decision('2024-10-14'))
    expect(clock).toMatchObject({ state: 'decided', lastDay: '2024-10-10', punctuality: 'onTime' })
    expect(clock.problems).toEqual([
      { code: 'afterEnd', kind: 'extension', date: '2024-10-09', ended: '2024-10-08' },
      { code: 'afterEnd', kind: 'decision', date: '2024-10-14', ended: '2024-10-08' },
    ])
  })

  it('C19: puts stages into the order of their days', () => {
    const clock = clockOf('2024-09-05', '2024-10-15', extend('2024-10-08'), rectify('2024-09-10', '2024-09-12'))
    expect(clock.steps.map(({ code }) => code)).toEqual([
      'received',
      'base',
      'rectificationAsked',
      'rectified',
      'extended',
    ])
    expect(clock.problems).toEqual([{ code: 'outOfOrder', kind: 'rectification', date: '2024-09-10' }])
  })

  it('C18: names dates before the receipt, after today, before their question, after the end', () => {
    const consult = (date: string, answered: string): RequestStage => ({
      kind: 'consultation',
      date,
      whom: 'organ',
      received: date,
      answered,
    })
    const codes = (...stages: RequestStage[]) =>
      clockOf('2024-09-05', '2024-10-01', ...stages).problems.map(({ code }) => code)
    expect(codes(consult('2024-09-04', '2024-09-10'))).toEqual(['beforeReceipt'])
    expect(codes(consult('2024-09-10', '2024-09-09'))).toEqual(['answeredBeforeAsked'])
    expect(codes(consult('2024-09-10', '2024-10-08'))).toEqual(['answeredInFuture'])
    expect(codes(extend('2024-10-08'))).toEqual(['inFuture'])
    expect(codes(consult('2024-09-10', '2024-09-20'), decision('2024-09-19'))).toEqual(['answeredAfterEnd'])
    expect(codes({ kind: 'delivery', date: '2024-09-18', way: 'mail' }, decision('2024-09-19'))).toEqual([
      'deliveredBeforeDecision',
    ])
  })

  it('names what came later than its period', () => {
    const clock = clockOf(
      '2024-09-05',
      '2024-11-20',
      { kind: 'rectification', date: '2024-09-06', period: 5, answered: '2024-09-19' },
      { kind: 'consultation', date: '2024-09-20', whom: 'thirdParty', received: '2024-09-20', answered: '2024-10-17' },
      { kind: 'fee', date: '2024-10-18', amount: '100', received: '2024-10-18', paid: '2024-11-18' },
    )
    expect(clock.problems).toEqual([
      { code: 'rectifiedLate', answered: '2024-09-19', due: '2024-09-13' },
      {
        code: 'consultationLong',
        whom: 'thirdParty',
        date: '2024-09-20',
        received: '2024-09-20',
        due: '2024-10-16',
        to: '2024-10-17',
      },
      { code: 'paidLate', answered: '2024-11-18', due: '2024-11-15' },
    ])
  })
})
