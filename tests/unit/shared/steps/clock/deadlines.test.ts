import { describe, expect, it } from 'vitest'
import type { ReceiptWay, Request } from '../../../../../shared/model/entry/request.ts'
import { statutoryClock } from '../../../../../shared/steps/clock/statutory-clock.ts'
import { nationalHolidays } from '../../../../fixtures/catalogue.ts'
import { countedByHand, handedIn } from '../../../../fixtures/dated-request.ts'

/** Handed in, last day for the answer (20 working days), last day for a rectification notice (7), what lies between. */
const handed = [
  ['2026-09-21', '2026-10-26', '2026-10-08', 'Mid-Autumn and National Day, Saturday 10 October worked'],
  ['2024-09-05', '2024-10-10', '2024-09-14', 'Mid-Autumn and National Day, 14 and 29 September worked'],
  ['2019-01-21', '2019-02-21', '2019-01-30', 'Spring Festival, 2 and 3 February worked'],
  ['2019-02-02', '2019-03-07', '2019-02-18', 'handed in on a Saturday that is worked'],
  ['2019-02-06', '2019-03-08', '2019-02-19', 'handed in during Spring Festival'],
  ['2019-04-12', '2019-05-13', '2019-04-23', 'the changed Labour Day, 28 April and 5 May worked'],
  ['2020-01-10', '2020-02-14', '2020-01-20', 'Spring Festival prolonged to 2 February'],
  ['2020-01-19', '2020-02-24', '2020-02-05', 'handed in on a Sunday that is worked'],
  ['2020-01-31', '2020-02-28', '2020-02-11', 'handed in on a Friday that was declared off'],
  ['2021-01-25', '2021-02-25', '2021-02-03', 'Spring Festival, Sunday 7 and Saturday 20 February worked'],
  ['2021-02-11', '2021-03-16', '2021-02-25', 'handed in on the first day off'],
  ['2022-01-17', '2022-02-17', '2022-01-26', 'Spring Festival, 29 and 30 January worked'],
  ['2022-01-29', '2022-03-03', '2022-02-14', 'handed in on the Saturday worked before Spring Festival'],
  ['2023-01-09', '2023-02-09', '2023-01-18', 'Spring Festival, 28 and 29 January worked'],
  ['2023-01-21', '2023-02-22', '2023-02-03', 'handed in on the eve of Spring Festival'],
  ['2024-02-04', '2024-03-07', '2024-02-19', 'Spring Festival, Sunday 18 February worked'],
  ['2024-02-09', '2024-03-14', '2024-02-26', 'handed in on New Year’s Eve, which is worked in 2024'],
  ['2025-01-15', '2025-02-18', '2025-01-24', 'Spring Festival, 26 January and 8 February worked'],
  ['2025-02-04', '2025-03-03', '2025-02-12', 'handed in on the last day off'],
  ['2026-02-02', '2026-03-06', '2026-02-11', 'the nine days of Spring Festival, 14 and 28 February worked'],
  ['2026-02-28', '2026-03-27', '2026-03-10', 'handed in on the Saturday worked after Spring Festival'],
  ['2019-09-12', '2019-10-16', '2019-09-24', 'Mid-Autumn and National Day'],
  ['2019-10-07', '2019-11-01', '2019-10-15', 'handed in on the last day of National Day'],
  ['2020-09-14', '2020-10-16', '2020-09-23', 'National Day and Mid-Autumn together, eight days'],
  ['2020-10-10', '2020-11-06', '2020-10-20', 'handed in on the Saturday worked after National Day'],
  ['2021-09-08', '2021-10-12', '2021-09-17', 'the last but one is Saturday 9 October'],
  ['2022-09-15', '2022-10-18', '2022-09-26', 'National Day, 8 and 9 October worked'],
  ['2023-09-11', '2023-10-13', '2023-09-20', 'National Day from 29 September'],
  ['2023-09-28', '2023-11-01', '2023-10-13', 'the first day is Saturday 7 October'],
  ['2025-09-10', '2025-10-14', '2025-09-19', 'National Day to 8 October, 28 September and 11 October worked'],
  ['2026-04-20', '2026-05-20', '2026-04-29', 'Labour Day, Saturday 9 May worked'],
  ['2022-12-05', '2023-01-03', '2022-12-14', 'over New Year, days off in both years'],
  ['2025-12-31', '2026-01-29', '2026-01-12', 'the first day is Sunday 4 January'],
] as const

const expectPlain = (request: Request, way: ReceiptWay, day: string, lastDay: string): void => {
  const clock = statutoryClock(request, nationalHolidays, day)
  expect(clock).toMatchObject({ state: 'running', received: day, lastDay, waits: [], provisional: [], problems: [] })
  expect(clock.steps).toEqual([
    { code: 'received', day, way, article: 31 },
    { code: 'base', from: day, workingDays: 20, lastDay, article: 33 },
  ])
}

describe('C1: statutoryClock() of a request that nothing happened to', () => {
  it.each(handed)('handed in %s: last day %s, rectification notice by %s (%s)', (day, lastDay, noticeBy) => {
    expectPlain(handedIn(day), 'inPerson', day, lastDay)
    const clock = statutoryClock(handedIn(day), nationalHolidays, day)
    expect(clock.rectificationNoticeBy).toBe(noticeBy)
    expect(clock.remaining).toBe(20)
    // The literals above, counted a second time without the code.
    expect(countedByHand(day, 20, (year) => nationalHolidays.get(year))).toBe(lastDay)
    expect(countedByHand(day, 7, (year) => nationalHolidays.get(year))).toBe(noticeBy)
  })
})

describe('statutoryClock() by the way of receipt (art. 31)', () => {
  const came = (way: ReceiptWay, confirmed: string | null): Request => ({
    receipt: { arrived: '2026-09-18', way, confirmed, applicant: 'company' },
    stages: [],
  })

  it('C2: counts signed mail from the day it was signed for', () => {
    expectPlain(came('signedMail', null), 'signedMail', '2026-09-18', '2026-10-22')
  })

  it.each(['online', 'fax'] as const)(
    'C3: counts %s from the day both sides confirmed, not from its arrival',
    (way) => {
      expectPlain(came(way, '2026-09-21'), way, '2026-09-21', '2026-10-26')
    },
  )

  it('C3: counts ordinary mail from its confirmation and says that it was due on the day of arrival', () => {
    const clock = statutoryClock(came('ordinaryMail', '2026-09-21'), nationalHolidays, '2026-09-21')
    expect(clock.lastDay).toBe('2026-10-26')
    expect(clock.steps[0]).toEqual({ code: 'received', day: '2026-09-21', way: 'ordinaryMail', article: 31 })
    expect(clock.problems).toEqual([{ code: 'mailConfirmedLater', arrived: '2026-09-18', confirmed: '2026-09-21' }])
  })

  it.each([
    ['online', null],
    ['fax', null],
    ['ordinaryMail', '2026-09-18'],
  ] as const)('has no clock for %s until it is confirmed', (way, due) => {
    const clock = statutoryClock(came(way, null), nationalHolidays, '2026-09-22')
    expect(clock).toMatchObject({ state: 'unconfirmed', received: null, lastDay: null, remaining: null, overdueBy: 0 })
    expect(clock.waits).toEqual([{ waitingFor: 'confirmation', since: '2026-09-18', due }])
    expect(clock.steps).toEqual([{ code: 'unconfirmed', arrived: '2026-09-18', way, article: 31 }])
    expect(clock.problems).toEqual(way === 'ordinaryMail' ? [{ code: 'notReached', arrived: '2026-09-18' }] : [])
  })

  it('C23: ordinary mail may stay unconfirmed: what to try is said from the day after, and the clock begins with the contact', () => {
    const on = (today: string, confirmed: string | null) =>
      statutoryClock(came('ordinaryMail', confirmed), nationalHolidays, today)
    expect(on('2026-09-18', null).problems).toEqual([])
    expect(on('2026-09-19', null).problems).toEqual([{ code: 'notReached', arrived: '2026-09-18' }])
    // Reached again on 9 October: 10, 12–16, 19–23, 26–30 October, 2–5 November are 20 working days.
    expect(on('2026-10-09', '2026-10-09')).toMatchObject({ received: '2026-10-09', lastDay: '2026-11-05' })
  })

  it('C4: counts from the arrival, and says so, where work began without a confirmation', () => {
    const begun: Request = {
      ...came('online', null),
      stages: [{ kind: 'extension', date: '2026-10-20', workingDays: 5 }],
    }
    const clock = statutoryClock(begun, nationalHolidays, '2026-10-21')
    expect(clock).toMatchObject({ state: 'running', received: null, lastDay: '2026-10-29' })
    expect(clock.problems).toEqual([{ code: 'unconfirmed', arrived: '2026-09-18' }])
    expect(clock.waits.map(({ waitingFor }) => waitingFor)).toEqual(['confirmation'])
  })

  it('takes the arrival where the confirmation is dated before it', () => {
    const clock = statutoryClock(came('online', '2026-09-17'), nationalHolidays, '2026-09-21')
    expect(clock).toMatchObject({ received: '2026-09-18', lastDay: '2026-10-22' })
    expect(clock.problems).toEqual([{ code: 'confirmedBeforeArrival', arrived: '2026-09-18', confirmed: '2026-09-17' }])
  })
})

describe('C5: statutoryClock() in a year without holiday data', () => {
  it.each([
    ['2026-12-15', '2027-01-12', 'runs into it'],
    ['2027-01-25', '2027-02-22', 'Spring Festival unknown'],
    ['2027-09-20', '2027-10-18', 'National Day unknown'],
  ])('handed in %s: provisionally %s (%s)', (day, lastDay) => {
    const clock = statutoryClock(handedIn(day), nationalHolidays, day)
    expect(clock).toMatchObject({ lastDay, provisional: [2027] })
    expect(clock.steps).toEqual([
      { code: 'received', day, way: 'inPerson', article: 31 },
      { code: 'base', from: day, workingDays: 20, lastDay, article: 33 },
      { code: 'provisional', years: [2027] },
    ])
  })

  it('is sure of a last day on 31 December', () => {
    const clock = statutoryClock(handedIn('2026-12-03'), nationalHolidays, '2026-12-03')
    expect(clock).toMatchObject({ lastDay: '2026-12-31', provisional: [] })
  })

  it('names the year before the data begins', () => {
    const clock = statutoryClock(handedIn('2018-12-20'), nationalHolidays, '2018-12-20')
    expect(clock).toMatchObject({ lastDay: '2019-01-18', provisional: [2018] })
  })

  it('is sure again, and later, once the days are ticked', () => {
    const ticked = new Map([...nationalHolidays, [2027, { holidays: ['2027-01-01', '2027-01-04'], workdays: [] }]])
    const clock = statutoryClock(handedIn('2026-12-15'), ticked, '2026-12-15')
    expect(clock).toMatchObject({ lastDay: '2027-01-14', provisional: [] })
  })
})

describe('statutoryClock() on the days before and after', () => {
  const seen = (today: string) => statutoryClock(handedIn('2024-09-05'), nationalHolidays, today)

  it.each([
    ['2024-09-29', 4, 0],
    ['2024-10-05', 3, 0],
    ['2024-10-09', 1, 0],
    ['2024-10-10', 0, 0],
    ['2024-10-11', 0, 1],
    ['2024-10-13', 0, 3],
  ])('on %s leaves %s working days, overdue by %s days', (today, remaining, overdueBy) => {
    expect(seen(today)).toMatchObject({ lastDay: '2024-10-10', remaining, overdueBy, state: 'running' })
  })
})
