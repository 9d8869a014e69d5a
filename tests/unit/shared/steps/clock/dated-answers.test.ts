import { describe, expect, it } from 'vitest'
import type { ReceiptWay, RequestStage } from '../../../../../shared/model/entry/request.ts'
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

describe('C1: 《条例》第三十三条: within 20 working days from the receipt', () => {
  it.each([
    ['2019-05-15', '2019: 5/16-17 5/20-24 5/27-31 6/3-6 6/10-13', 'the first day of the Regulation; 7 June off'],
    ['2019-12-19', '2019: 12/20 12/23-27 12/30-31; 2020: 1/2-3 1/6-10 1/13-17', 'over New Year'],
    ['2020-04-17', '2020: 4/20-24 4/26-30 5/6-9 5/11-15 5/18', '26 April and 9 May worked, five days off'],
    ['2020-06-10', '2020: 6/11-12 6/15-19 6/22-24 6/28-30 7/1-3 7/6-9', 'Sunday 28 June worked'],
    ['2021-04-19', '2021: 4/20-23 4/25-30 5/6-8 5/10-14 5/17-18', 'Sunday 25 April and Saturday 8 May worked'],
    ['2021-06-07', '2021: 6/8-11 6/15-18 6/21-25 6/28-30 7/1-2 7/5-6', '12 to 14 June off'],
    ['2021-09-30', '2021: 10/8-9 10/11-15 10/18-22 10/25-29 11/1-3', 'handed in on the eve of National Day'],
    ['2021-12-20', '2021: 12/21-24 12/27-31; 2022: 1/4-7 1/10-14 1/17-18', 'Monday 3 January 2022 off'],
    ['2022-03-21', '2022: 3/22-25 3/28-31 4/1-2 4/6-8 4/11-15 4/18-19', 'Saturday 2 April worked, 3 to 5 off'],
    ['2022-08-29', '2022: 8/30-31 9/1-2 9/5-9 9/13-16 9/19-23 9/26-27', '10 to 12 September off'],
    ['2022-09-30', '2022: 10/8-14 10/17-21 10/24-28 10/31 11/1-2', 'Saturday 8 and Sunday 9 October worked'],
    ['2023-03-06', '2023: 3/7-10 3/13-17 3/20-24 3/27-31 4/3', 'no day off between'],
    ['2023-04-14', '2023: 4/17-21 4/23-28 5/4-6 5/8-12 5/15', 'Sunday 23 April and Saturday 6 May worked'],
    ['2023-06-08', '2023: 6/9 6/12-16 6/19-21 6/25-30 7/3-7', 'Sunday 25 June worked'],
    ['2023-12-04', '2023: 12/5-8 12/11-15 12/18-22 12/25-29; 2024: 1/2', 'the last one after New Year'],
    ['2024-02-19', '2024: 2/20-23 2/26-29 3/1 3/4-8 3/11-15 3/18', 'a leap day'],
    ['2024-04-15', '2024: 4/16-19 4/22-26 4/28-30 5/6-11 5/13-14', 'Sunday 28 April, Saturday 11 May worked'],
    ['2024-08-30', '2024: 9/2-6 9/9-14 9/18-20 9/23-27 9/29', 'the last one is a Sunday that is worked'],
    ['2024-12-16', '2024: 12/17-20 12/23-27 12/30-31; 2025: 1/2-3 1/6-10 1/13-14', 'over New Year'],
    ['2025-01-13', '2025: 1/14-17 1/20-24 1/26-27 2/5-8 2/10-14', 'Spring Festival from 28 January'],
    ['2025-05-16', '2025: 5/19-23 5/26-30 6/3-6 6/9-13 6/16', '31 May to 2 June off'],
    ['2025-09-26', '2025: 9/28-30 10/9-11 10/13-17 10/20-24 10/27-30', 'Sunday 28 September worked'],
    ['2025-12-05', '2025: 12/8-12 12/15-19 12/22-26 12/29-31; 2026: 1/4-5', 'Sunday 4 January 2026 worked'],
    ['2026-04-13', '2026: 4/14-17 4/20-24 4/27-30 5/6-9 5/11-13', 'Saturday 9 May worked'],
    ['2026-05-29', '2026: 6/1-5 6/8-12 6/15-18 6/22-26 6/29', '19 June off'],
    ['2026-09-07', '2026: 9/8-11 9/14-18 9/20-24 9/28-30 10/8-10', 'ends on Saturday 10 October, which is worked'],
  ])('handed in %s: %s (%s)', (day, days) => {
    const last = lastOf(days, 20)
    expect(on(day, day)).toMatchObject({ lastDay: last, provisional: [], problems: [] })
    expect(on(day, last)).toMatchObject({ remaining: 0, overdueBy: 0 })
  })
})

describe('C2, C3: 《条例》第三十一条: which day is the day of receipt', () => {
  it.each<[ReceiptWay, string, string | null, string]>([
    ['inPerson', '2025-06-06', null, '2025: 6/9-13 6/16-20 6/23-27 6/30 7/1-4'],
    // Signed for on Friday 21 March.
    ['signedMail', '2025-03-21', null, '2025: 3/24-28 3/31 4/1-3 4/7-11 4/14-18 4/21'],
    // Came on Friday evening, confirmed by both on Monday 13 January.
    ['online', '2025-01-10', '2025-01-13', '2025: 1/14-17 1/20-24 1/26-27 2/5-8 2/10-14'],
    ['fax', '2024-05-04', '2024-05-08', '2024: 5/9-11 5/13-17 5/20-24 5/27-31 6/3-4'],
    // Confirmed on the day on which the letter came.
    ['ordinaryMail', '2026-06-05', '2026-06-05', '2026: 6/8-12 6/15-18 6/22-26 6/29-30 7/1-3 7/6'],
  ])('%s, came %s, confirmed %s: %s', (way, arrived, confirmed, days) => {
    const request = { receipt: { arrived, way, confirmed, applicant: 'person' }, stages: [] }
    const clock = statutoryClock(request, nationalHolidays, confirmed ?? arrived)
    expect(clock).toMatchObject({ received: confirmed ?? arrived, lastDay: lastOf(days, 20), problems: [] })
  })
})

describe('C6: 《条例》第三十三条: 延长的期限最长不得超过20个工作日', () => {
  const extend = (date: string, workingDays: number): RequestStage => ({ kind: 'extension', date, workingDays })

  it.each([
    [
      '2024-09-02',
      [extend('2024-09-27', 20)],
      40,
      '2024: 9/3-6 9/9-14 9/18-20 9/23-27 9/29-30 10/8-12 10/14-18 10/21-25 10/28-31 11/1',
    ],
    ['2025-09-08', [extend('2025-09-30', 10)], 30, '2025: 9/9-12 9/15-19 9/22-26 9/28-30 10/9-11 10/13-17 10/20-24'],
    // 10 and 10.
    [
      '2022-01-10',
      [extend('2022-01-28', 10), extend('2022-02-15', 10)],
      40,
      '2022: 1/11-14 1/17-21 1/24-30 2/7-11 2/14-18 2/21-25 2/28 3/1-4 3/7-10',
    ],
    // Told on the 20th day itself: 1 to 20 are 2 to 30 April.
    [
      '2024-04-01',
      [extend('2024-04-29', 20)],
      40,
      '2024: 4/2-3 4/7-12 4/15-19 4/22-26 4/28-30 5/6-11 5/13-17 5/20-24 5/27-29',
    ],
    // The last one is Saturday 14 February, which is worked.
    ['2026-01-12', [extend('2026-02-04', 5)], 25, '2026: 1/13-16 1/19-23 1/26-30 2/2-6 2/9-14'],
    [
      '2023-09-25',
      [extend('2023-10-20', 20)],
      40,
      '2023: 9/26-28 10/7-13 10/16-20 10/23-27 10/30-31 11/1-3 11/6-10 11/13-17 11/20-24',
    ],
  ])('handed in %s, extended by %o: %i days, %s', (day, stages, count, days) => {
    const today = stages.at(-1)?.date ?? day
    expect(on(day, today, ...stages)).toMatchObject({ lastDay: lastOf(days, count), problems: [] })
  })
})

describe('C7: 《条例》第三十三条: the time of a consultation is not counted', () => {
  const ask = (date: string, received: string, answered: string): RequestStage => ({
    kind: 'consultation',
    whom: 'thirdParty',
    date,
    received,
    answered,
  })

  it.each([
    // 17 April to 8 May are left out: the letter went on 16 April, the answer came on 8 May.
    ['2025-04-07', [ask('2025-04-16', '2025-04-18', '2025-05-08')], '2025: 4/8-11 4/14-16 5/9 5/12-16 5/19-23 5/26-27'],
    // 13 September to 9 October are left out.
    ['2024-09-06', [ask('2024-09-12', '2024-09-18', '2024-10-09')], '2024: 9/9-12 10/10-12 10/14-18 10/21-25 10/28-30'],
    // 16 to 30 June are left out, what two of them share once.
    [
      '2023-05-29',
      [ask('2023-06-15', '2023-06-16', '2023-06-26'), ask('2023-06-19', '2023-06-20', '2023-06-30')],
      '2023: 5/30-31 6/1-2 6/5-9 6/12-15 7/3-7 7/10-11',
    ],
    // 19 May to 10 June are left out; it was the 15th working day for comments.
    ['2026-05-06', [ask('2026-05-18', '2026-05-20', '2026-06-10')], '2026: 5/7-9 5/11-15 5/18 6/11-12 6/15-18 6/22-26'],
  ])('handed in %s, %o: %s', (day, stages, days) => {
    const today = stages.reduce((late, stage) => ('answered' in stage ? (stage.answered ?? late) : late), day)
    expect(on(day, today, ...stages)).toMatchObject({ lastDay: lastOf(days, 20), problems: [] })
  })
})
