import { describe, expect, it } from 'vitest'
import type { RequestStage } from '../../../../../shared/model/entry/request.ts'
import { statutoryClock } from '../../../../../shared/steps/clock/statutory-clock.ts'
import { nationalHolidays } from '../../../../fixtures/catalogue.ts'
import { handedIn } from '../../../../fixtures/dated-request.ts'
import { writtenDays } from '../../../../fixtures/written-days.ts'

/** The last of the days that are written out, after seeing that there are so many. */
function lastOf(days: string, count: number): string {
  const written = writtenDays(days)
  expect(written).toHaveLength(count)
  return written.at(-1) ?? ''
}

const on = (day: string, today: string, ...stages: RequestStage[]) =>
  statutoryClock(handedIn(day, ...stages), nationalHolidays, today)
const codes = (clock: ReturnType<typeof on>) => clock.problems.map(({ code }) => code)
const closed = (date: string, outcome: string): RequestStage => ({
  kind: 'decision',
  date,
  outcome,
  documentNumber: '',
})

describe('C9: 《条例》第三十条: 收到申请之日起7个工作日内一次性告知', () => {
  const notice = (date: string): RequestStage => ({ kind: 'rectification', date, period: 10, answered: null })

  it.each([
    ['2024-04-08', '2024: 4/9-12 4/15-17', '2024-04-18'],
    // Labour Day.
    ['2025-04-28', '2025: 4/29-30 5/6-9 5/12', '2025-05-13'],
    // The last one is Saturday 7 May, which is worked.
    ['2022-04-25', '2022: 4/26-29 5/5-7', '2022-05-09'],
    // Sunday 23 April is worked.
    ['2023-04-20', '2023: 4/21 4/23-28', '2023-05-04'],
    // Spring Festival; Saturday 14 February is worked.
    ['2026-02-09', '2026: 2/10-14 2/24-25', '2026-02-26'],
    ['2024-09-09', '2024: 9/10-14 9/18-19', '2024-09-20'],
    // Over New Year.
    ['2022-12-26', '2022: 12/27-30; 2023: 1/3-5', '2023-01-06'],
  ])('handed in %s: %s; on %s it is late', (day, days, late) => {
    const last = lastOf(days, 7)
    expect(on(day, day).rectificationNoticeBy).toBe(last)
    expect(codes(on(day, late, notice(last)))).toEqual([])
    expect(codes(on(day, late, notice(late)))).toEqual(['rectificationNoticeLate'])
  })
})

describe('C10, C12: 《条例》第三十条: 答复期限自收到补正的申请之日起计算; 逾期不补正', () => {
  it.each([
    // The applicant has 10 working days from the notice; it comes on 28 April, worked, and 20 days run from there.
    ['2024-04-08', '2024-04-12', '2024-04-28', '2024: 4/29-30 5/6-11 5/13-17 5/20-24 5/27-28'],
    // It comes on Monday 20 January 2025, before Spring Festival.
    ['2025-01-06', '2025-01-10', '2025-01-20', '2025: 1/21-24 1/26-27 2/5-8 2/10-14 2/17-21'],
    // It comes on 14 September 2026; Sunday 20 September and Saturday 10 October are worked.
    ['2026-09-01', '2026-09-04', '2026-09-14', '2026: 9/15-18 9/20-24 9/28-30 10/8-10 10/12-16'],
    // It comes on Sunday 19 May 2024, a day off: the first day is Monday all the same.
    ['2024-05-08', '2024-05-13', '2024-05-19', '2024: 5/20-24 5/27-31 6/3-7 6/11-14 6/17'],
  ])('handed in %s, asked %s, rectified %s: %s', (day, date, answered, days) => {
    const clock = on(day, answered, { kind: 'rectification', date, period: 20, answered })
    expect(clock).toMatchObject({ lastDay: lastOf(days, 20), problems: [] })
  })

  it.each([
    ['2025-09-16', '2025-09-22', 10, '2025: 9/23-26 9/28-30 10/9-11', '2025-10-13'],
    ['2024-04-22', '2024-04-26', 5, '2024: 4/28-30 5/6-7', '2024-05-08'],
    ['2026-06-10', '2026-06-15', 15, '2026: 6/16-18 6/22-26 6/29-30 7/1-3 7/6-7', '2026-07-08'],
  ])('handed in %s, asked %s for %i days (%3$s): may be closed on %s, not before', (day, date, period, days, after) => {
    const asked: RequestStage = { kind: 'rectification', date, period, answered: null }
    const last = lastOf(days, period)
    expect(on(day, date, asked).waits).toEqual([{ waitingFor: 'applicant', since: date, due: last }])
    expect(codes(on(day, after, asked, closed(last, 'other.rectificationOverdue')))).toEqual(['closedTooEarly'])
    expect(codes(on(day, after, asked, closed(after, 'other.rectificationOverdue')))).toEqual([])
  })
})

describe('C8: 《条例》第三十二条、第三十四条: 自收到征求意见书之日起15个工作日', () => {
  it.each([
    ['thirdParty', '2025-06-03', '2025-06-06', '2025: 6/9-13 6/16-20 6/23-27', 'consultationLong'],
    ['organ', '2024-09-09', '2024-09-11', '2024: 9/12-14 9/18-20 9/23-27 9/29-30 10/8-9', 'consultationLong'],
    ['thirdParty', '2026-02-09', '2026-02-10', '2026: 2/11-14 2/24-28 3/2-6 3/9', 'consultationLong'],
    ['organ', '2024-04-24', '2024-04-28', '2024: 4/29-30 5/6-11 5/13-17 5/20-21', 'consultationLong'],
    ['thirdParty', '2025-09-22', '2025-09-26', '2025: 9/28-30 10/9-11 10/13-17 10/20-23', 'consultationLong'],
  ] as const)('%s, sent %s, received %s: %s, and on the day after it is over', (whom, date, received, days, code) => {
    const ask: RequestStage = { kind: 'consultation', date, whom, received, answered: null }
    const last = lastOf(days, 15)
    expect(on(date, last, ask)).toMatchObject({ waits: [{ waitingFor: whom, due: last }], problems: [] })
    const dayAfter = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10)
    expect(codes(on(date, dayAfter, ask))).toEqual([code])
  })
})

describe('C11, C12: 国办函〔2020〕109号: 收到收费通知次日起20个工作日; 缴费次日起重新计算', () => {
  const fee = (date: string, received: string, paid: string | null): RequestStage => ({
    kind: 'fee',
    date,
    amount: '100',
    received,
    paid,
  })

  it.each([
    ['2024-04-25', '2024-04-28', '2024: 4/29-30 5/6-11 5/13-17 5/20-24 5/27-28', '2024-05-29'],
    ['2025-01-15', '2025-01-20', '2025: 1/21-24 1/26-27 2/5-8 2/10-14 2/17-21', '2025-02-24'],
    ['2026-10-08', '2026-10-09', '2026: 10/10 10/12-16 10/19-23 10/26-30 11/2-5', '2026-11-06'],
  ])('sent %s, received %s: %s; unpaid it may be closed on %s, not before', (date, received, days, after) => {
    const last = lastOf(days, 20)
    expect(on(date, date, fee(date, received, null)).waits[0]?.due).toBe(last)
    const close = (day: string) => codes(on(date, after, fee(date, received, null), closed(day, 'other.feeOverdue')))
    expect(close(last)).toEqual(['closedTooEarly'])
    expect(close(after)).toEqual([])
  })

  it.each([
    ['2024-05-20', '2024: 5/21-24 5/27-31 6/3-7 6/11-14 6/17-18'],
    ['2025-02-17', '2025: 2/18-21 2/24-28 3/3-7 3/10-14 3/17'],
  ])('paid on %s: answered by %s', (paid, days) => {
    const asked = paid.replace(/-\d\d$/, '-12')
    expect(on(asked, paid, fee(asked, asked, paid))).toMatchObject({ lastDay: lastOf(days, 20), problems: [] })
  })
})

describe('C13: 国办公开办函〔2016〕235号, 四: signed for, or posted', () => {
  it.each([
    // Last days: 31 March 2025, 9 December 2024, 2 June 2026.
    ['2025-03-03', '2025: 3/4-7 3/10-14 3/17-21 3/24-28 3/31', '2025-03-31', '2025-04-02', 'late', 2],
    ['2025-03-03', '2025: 3/4-7 3/10-14 3/17-21 3/24-28 3/31', '2025-03-28', '2025-03-31', 'onTime', 0],
    ['2024-11-11', '2024: 11/12-15 11/18-22 11/25-29 12/2-6 12/9', '2024-12-09', '2024-12-10', 'late', 1],
    ['2024-11-11', '2024: 11/12-15 11/18-22 11/25-29 12/2-6 12/9', '2024-12-09', '2024-12-09', 'onTime', 0],
    ['2026-05-06', '2026: 5/7-9 5/11-15 5/18-22 5/25-29 6/1-2', '2026-06-03', '2026-06-03', 'late', 1],
  ] as const)('handed in %s (%s), decided %s, sent %s: %s by %i', (day, days, decided, sent, punctuality, lateBy) => {
    const last = lastOf(days, 20)
    const post: RequestStage = { kind: 'delivery', date: sent, way: 'mail' }
    const clock = on(day, sent, closed(decided, 'granted'), post)
    expect(clock).toMatchObject({ lastDay: last, punctuality, sendBy: null, problems: [] })
    expect(clock.steps.at(-1)).toMatchObject({ code: 'decided', delivered: sent, lateBy })
    expect(on(day, decided, closed(decided, 'granted')).sendBy).toBe(last)
  })
})

describe('C15: 《条例》第三十五条: 延迟答复的合理期限', () => {
  it.each([
    // The term ended on 2 June 2026.
    ['2026-05-06', '2026-06-30', '2026-06-30'],
    // Earlier than the term itself: it takes nothing away.
    ['2026-05-06', '2026-05-29', '2026-06-02'],
  ])('handed in %s, put off to %s: %s', (day, until, lastDay) => {
    const reasons: RequestStage = { kind: 'reasons', date: '2026-05-11', answered: '2026-05-18' }
    const delay: RequestStage = { kind: 'delay', date: '2026-05-20', until }
    expect(lastOf('2026: 5/7-9 5/11-15 5/18-22 5/25-29 6/1-2', 20)).toBe('2026-06-02')
    expect(on(day, '2026-05-20', reasons, delay)).toMatchObject({ lastDay, problems: [] })
  })
})
