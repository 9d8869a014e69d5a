import { describe, expect, it } from 'vitest'
import type { RequestStage } from '../../../../../shared/model/entry/request.ts'
import type { ClockStep } from '../../../../../shared/steps/clock/clock-step.ts'
import { statutoryClock } from '../../../../../shared/steps/clock/statutory-clock.ts'
import { nationalHolidays } from '../../../../fixtures/catalogue.ts'
import { handedIn } from '../../../../fixtures/dated-request.ts'

const seen = (day: string, stages: readonly RequestStage[], today: string) =>
  statutoryClock(handedIn(day, ...stages), nationalHolidays, today)

/** The steps after receipt and base, which are checked here too. */
function laterSteps(clock: ReturnType<typeof statutoryClock>, day: string, base: string): readonly ClockStep[] {
  expect(clock.steps.slice(0, 2)).toEqual([
    { code: 'received', day, way: 'inPerson', article: 31 },
    { code: 'base', from: day, workingDays: 20, lastDay: base, article: 33 },
  ])
  return clock.steps.slice(2)
}

const consulted = { code: 'consulted', article: 33 } as const

describe('C6: statutoryClock() with an extension', () => {
  it.each([
    ['2024-09-05', '2024-10-10', '2024-10-08', 20, '2024-11-06', 'full length after National Day'],
    ['2021-09-08', '2021-10-12', '2021-09-30', 15, '2021-11-02', 'told before National Day'],
    ['2023-01-09', '2023-02-09', '2023-02-09', 10, '2023-02-23', 'told on the last day'],
    ['2020-01-10', '2020-02-14', '2020-02-12', 5, '2020-02-21', 'after the prolonged Spring Festival'],
    ['2026-01-26', '2026-02-28', '2026-02-25', 20, '2026-03-27', 'the base ends on a Saturday that is worked'],
  ])('handed in %s, %s, extended %s by %s: %s (%s)', (day, base, date, workingDays, lastDay) => {
    const clock = seen(day, [{ kind: 'extension', date, workingDays }], date)
    expect(clock).toMatchObject({ state: 'running', lastDay, problems: [] })
    expect(laterSteps(clock, day, base)).toEqual([{ code: 'extended', day: date, workingDays, lastDay, article: 33 }])
  })
})

describe('C7: statutoryClock() with consultations', () => {
  const ask = (whom: 'thirdParty' | 'organ', date: string, answered: string | null): RequestStage => ({
    kind: 'consultation',
    date,
    whom,
    received: date,
    answered,
  })

  it.each([
    // Not counted: 6 to 9, 18 to 20 February.
    ['thirdParty', '2024-01-29', '2024-02-29', '2024-02-05', '2024-02-20', 7, '2024-03-01', '2024-03-11'],
    // All of it lies in National Day.
    ['thirdParty', '2024-09-05', '2024-10-10', '2024-09-30', '2024-10-07', 0, '2024-10-25', '2024-10-10'],
    // 27 and 28 September, Saturday 7 and Sunday 8 October, which are worked.
    ['organ', '2023-09-11', '2023-10-13', '2023-09-26', '2023-10-08', 4, '2023-10-23', '2023-10-19'],
    // 13 and Saturday 14 September; the last day is a Saturday that is worked.
    ['organ', '2024-09-05', '2024-10-10', '2024-09-12', '2024-09-14', 2, '2024-10-10', '2024-10-12'],
    // Friday 24 May; answered on a Sunday.
    ['thirdParty', '2024-05-20', '2024-06-18', '2024-05-23', '2024-05-26', 1, '2024-06-14', '2024-06-19'],
    // Sent on the day of receipt.
    ['thirdParty', '2026-09-21', '2026-10-26', '2026-09-21', '2026-09-28', 4, '2026-10-19', '2026-10-30'],
    // Sent on the last day: the decision is due when the answer is there.
    ['thirdParty', '2026-09-21', '2026-10-26', '2026-10-26', '2026-10-30', 4, '2026-11-16', '2026-10-30'],
  ] as const)('%s, handed in %s (%s), asked %s, answered %s: %s not counted', (...row) => {
    const [whom, day, base, from, to, notCounted, due, lastDay] = row
    const clock = seen(day, [ask(whom, from, to)], to)
    expect(clock).toMatchObject({ state: 'running', lastDay, waits: [], problems: [] })
    const dueArticle = whom === 'thirdParty' ? 32 : 34
    expect(laterSteps(clock, day, base)).toEqual([
      { ...consulted, whom, from, to, notCounted, received: from, due, dueArticle, lastDay },
    ])
  })

  it('leaves the days of two that overlap out once', () => {
    const stages = [ask('thirdParty', '2025-01-20', '2025-02-06'), ask('organ', '2025-01-24', '2025-02-11')]
    const clock = seen('2025-01-15', stages, '2025-02-12')
    expect(clock).toMatchObject({ lastDay: '2025-03-06', problems: [] })
    expect(laterSteps(clock, '2025-01-15', '2025-02-18')).toMatchObject([
      { ...consulted, whom: 'thirdParty', notCounted: 8, due: '2025-02-14', lastDay: '2025-02-28' },
      // Of its 8 days 7, 8, 10 and 11 February are new.
      { ...consulted, whom: 'organ', notCounted: 4, due: '2025-02-20', lastDay: '2025-03-06' },
    ])
  })

  it('adds up two, one after the other', () => {
    const stages = [ask('organ', '2022-09-20', '2022-09-27'), ask('thirdParty', '2022-10-09', '2022-10-14')]
    const clock = seen('2022-09-15', stages, '2022-10-15')
    expect(laterSteps(clock, '2022-09-15', '2022-10-18')).toMatchObject([
      { ...consulted, notCounted: 5, lastDay: '2022-10-25' },
      { ...consulted, notCounted: 5, lastDay: '2022-11-01' },
    ])
  })

  it.each([
    ['2026-11-16', 2, '2026-12-09'],
    ['2026-11-20', 6, '2026-12-15'],
    ['2026-11-23', 7, '2026-12-16'],
  ])('keeps the clock stopped while one is open, on %s', (today, notCounted, lastDay) => {
    const clock = seen('2026-11-09', [ask('thirdParty', '2026-11-12', null)], today)
    expect(clock).toMatchObject({ state: 'stopped', lastDay, remaining: 17, overdueBy: 0, problems: [] })
    expect(clock.waits).toEqual([{ waitingFor: 'thirdParty', since: '2026-11-12', due: '2026-12-03' }])
    expect(laterSteps(clock, '2026-11-09', '2026-12-07')).toMatchObject([
      { code: 'consulting', from: '2026-11-12', to: today, notCounted, due: '2026-12-03', dueArticle: 32, lastDay },
    ])
  })

  it('waits for both who have not answered', () => {
    const stages = [ask('thirdParty', '2026-11-12', null), ask('organ', '2026-11-13', null)]
    expect(seen('2026-11-09', stages, '2026-11-20').waits.map(({ waitingFor }) => waitingFor)).toEqual([
      'thirdParty',
      'organ',
    ])
  })

  it('says when the 15 working days for comments are over, and stays stopped', () => {
    const clock = seen('2026-11-09', [ask('organ', '2026-11-12', null)], '2026-12-04')
    expect(clock).toMatchObject({ state: 'stopped', remaining: 17, overdueBy: 0 })
    expect(clock.problems).toEqual([
      {
        code: 'consultationLong',
        whom: 'organ',
        date: '2026-11-12',
        received: '2026-11-12',
        due: '2026-12-03',
        to: null,
      },
    ])
  })
})

describe('statutoryClock() with a rectification', () => {
  it.each([
    ['2022-01-17', '2022-02-17', '2022-01-20', 15, '2022-01-26', '2022-02-15', '2022-02-14', '2022-03-14'],
    // Answered on a Sunday inside National Day.
    ['2020-09-14', '2020-10-16', '2020-09-18', 7, '2020-09-23', '2020-09-28', '2020-10-04', '2020-11-04'],
    // Answered on a Saturday that is worked: that day is not counted.
    ['2026-09-21', '2026-10-26', '2026-09-24', 7, '2026-10-08', '2026-10-12', '2026-10-10', '2026-11-06'],
  ])('handed in %s (%s), asked %s: starts anew when it came', (...row) => {
    const [day, base, date, period, noticeBy, due, answered, lastDay] = row
    const clock = seen(day, [{ kind: 'rectification', date, period, answered }], answered)
    expect(clock).toMatchObject({ state: 'running', received: day, lastDay, remaining: 20, waits: [] })
    expect(laterSteps(clock, day, base)).toEqual([
      { code: 'rectificationAsked', day: date, noticeBy, due, article: 30 },
      { code: 'rectified', day: answered, workingDays: 20, lastDay, safeLastDay: null, article: 30 },
    ])
  })

  it('C10: waits for the applicant without a last day, however long', () => {
    const stages: RequestStage[] = [{ kind: 'rectification', date: '2022-01-20', period: 15, answered: null }]
    const clock = seen('2022-01-17', stages, '2022-06-01')
    expect(clock).toMatchObject({ state: 'waiting', lastDay: null, remaining: null, overdueBy: 0 })
    expect(clock.waits).toEqual([{ waitingFor: 'applicant', since: '2022-01-20', due: '2022-02-15' }])
    expect(laterSteps(clock, '2022-01-17', '2022-02-17').map(({ code }) => code)).toEqual(['rectificationAsked'])
  })
})

describe('statutoryClock() with a fee', () => {
  it.each([
    ['2024-09-05', '2024-10-10', '2024-09-20', '2024-10-23', '2024-10-12', '2024-11-08'],
    ['2026-02-02', '2026-03-06', '2026-02-10', '2026-03-16', '2026-02-24', '2026-03-23'],
  ])('handed in %s (%s), asked %s: starts anew the day after the payment', (...row) => {
    const [day, base, date, due, paid, lastDay] = row
    const clock = seen(day, [{ kind: 'fee', date, amount: '3000', received: date, paid }], paid)
    expect(clock).toMatchObject({ state: 'running', lastDay, problems: [] })
    expect(laterSteps(clock, day, base)).toEqual([
      { code: 'feeAsked', day: date, amount: '3000', received: date, due, source: 'feeMeasures' },
      { code: 'paid', day: paid, workingDays: 20, lastDay, safeLastDay: null, source: 'feeMeasures' },
    ])
  })

  it('C11: waits for the payment without a last day', () => {
    const clock = seen(
      '2024-09-05',
      [{ kind: 'fee', date: '2024-09-20', amount: '100', received: '2024-09-20', paid: null }],
      '2024-10-21',
    )
    expect(clock).toMatchObject({ state: 'waiting', lastDay: null, overdueBy: 0 })
    expect(clock.waits).toEqual([{ waitingFor: 'payment', since: '2024-09-20', due: '2024-10-23' }])
  })
})

describe('statutoryClock() with several stages', () => {
  it('rectification, consultation over National Day, extension', () => {
    const stages: RequestStage[] = [
      { kind: 'rectification', date: '2025-09-15', period: 10, answered: '2025-09-26' },
      { kind: 'consultation', date: '2025-09-29', whom: 'thirdParty', received: '2025-09-29', answered: '2025-10-13' },
      { kind: 'extension', date: '2025-11-03', workingDays: 20 },
    ]
    const clock = seen('2025-09-10', stages, '2025-11-03')
    expect(clock).toMatchObject({ state: 'running', lastDay: '2025-12-04', problems: [] })
    expect(laterSteps(clock, '2025-09-10', '2025-10-14')).toEqual([
      { code: 'rectificationAsked', day: '2025-09-15', noticeBy: '2025-09-19', due: '2025-09-28', article: 30 },
      { code: 'rectified', day: '2025-09-26', workingDays: 20, lastDay: '2025-10-30', safeLastDay: null, article: 30 },
      {
        ...consulted,
        whom: 'thirdParty',
        from: '2025-09-29',
        to: '2025-10-13',
        notCounted: 5,
        received: '2025-09-29',
        due: '2025-10-27',
        dueArticle: 32,
        lastDay: '2025-11-06',
      },
      { code: 'extended', day: '2025-11-03', workingDays: 20, lastDay: '2025-12-04', article: 33 },
    ])
  })

  it('C16: extension, consultation over Spring Festival, fee; the extension outlives the restart', () => {
    const stages: RequestStage[] = [
      { kind: 'extension', date: '2023-01-16', workingDays: 10 },
      { kind: 'consultation', date: '2023-01-18', whom: 'organ', received: '2023-01-18', answered: '2023-02-01' },
      { kind: 'fee', date: '2023-02-06', amount: '4700.00', received: '2023-02-06', paid: '2023-02-10' },
    ]
    const clock = seen('2023-01-09', stages, '2023-02-13')
    expect(clock).toMatchObject({ lastDay: '2023-03-24', remaining: 29 })
    expect(laterSteps(clock, '2023-01-09', '2023-02-09')).toMatchObject([
      { code: 'extended', lastDay: '2023-02-23' },
      { code: 'consulted', notCounted: 7, lastDay: '2023-03-06' },
      { code: 'feeAsked', due: '2023-03-06' },
      { code: 'paid', workingDays: 30, lastDay: '2023-03-24' },
    ])
  })

  it('a consultation that ended before the rectified application came adds nothing any more', () => {
    const stages: RequestStage[] = [
      { kind: 'consultation', date: '2021-02-01', whom: 'thirdParty', received: '2021-02-01', answered: '2021-02-09' },
      { kind: 'rectification', date: '2021-02-02', period: 7, answered: '2021-02-20' },
    ]
    const clock = seen('2021-01-25', stages, '2021-02-22')
    expect(clock.lastDay).toBe('2021-03-19')
    expect(laterSteps(clock, '2021-01-25', '2021-02-25')).toMatchObject([
      { code: 'consulted', notCounted: 7, lastDay: '2021-03-08' },
      { code: 'rectificationAsked', noticeBy: '2021-02-03', due: '2021-02-10' },
      { code: 'rectified', day: '2021-02-20', lastDay: '2021-03-19' },
    ])
  })

  it('an extension into a year without data is provisional', () => {
    const clock = seen('2026-11-23', [{ kind: 'extension', date: '2026-12-18', workingDays: 20 }], '2026-12-18')
    expect(clock).toMatchObject({ lastDay: '2027-01-18', provisional: [2027] })
    expect(clock.steps.at(-1)).toEqual({ code: 'provisional', years: [2027] })
  })
})
