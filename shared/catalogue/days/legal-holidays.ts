import { addDays } from '../../calendar/day-number.ts'

/** A day on which everybody is off by law, whatever the year's notice adds around it. */
export interface LegalHoliday {
  readonly date: string
  readonly name: string
}

/**
 * The first day of 春节, 清明, 端午 and 中秋 by year, month and day. A table and not the platform's lunar calendar: that
 * one has 春节 2027 a day late (the new moon is minutes before midnight).
 */
const movable: ReadonlyMap<number, readonly [string, string, string, string]> = new Map([
  [2019, ['02-05', '04-05', '06-07', '09-13']],
  [2020, ['01-25', '04-04', '06-25', '10-01']],
  [2021, ['02-12', '04-04', '06-14', '09-21']],
  [2022, ['02-01', '04-05', '06-03', '09-10']],
  [2023, ['01-22', '04-05', '06-22', '09-29']],
  [2024, ['02-10', '04-04', '06-10', '09-17']],
  [2025, ['01-29', '04-04', '05-31', '10-06']],
  [2026, ['02-17', '04-05', '06-19', '09-25']],
  [2027, ['02-06', '04-05', '06-09', '09-15']],
  [2028, ['01-26', '04-04', '05-28', '10-03']],
  [2029, ['02-13', '04-04', '06-16', '09-22']],
  [2030, ['02-03', '04-05', '06-05', '09-12']],
  [2031, ['01-23', '04-05', '06-24', '10-01']],
  [2032, ['02-11', '04-04', '06-12', '09-19']],
  [2033, ['01-31', '04-04', '06-01', '09-08']],
  [2034, ['02-19', '04-05', '06-20', '09-27']],
  [2035, ['02-08', '04-05', '06-10', '09-16']],
])

/** The year from which 除夕 and 2 May are legal holidays too (State Council decree 795). */
const MORE_DAYS_SINCE = 2025

/**
 * The legal holidays of a year (全国年节及纪念日放假办法), earliest first; those that move with the moon only for the
 * years of the table. They are proposed to the clerk and never counted by themselves: which days are off around them,
 * and which are worked for them, is in the yearly notice.
 */
export function legalHolidays(year: number): LegalHoliday[] {
  const hasMore = year >= MORE_DAYS_SINCE
  const day = (name: string, monthDay: string, after = 0): LegalHoliday => ({
    name,
    date: addDays(`${year}-${monthDay}`, after),
  })
  const fixed = [
    day('元旦', '01-01'),
    day('劳动节', '05-01'),
    ...(hasMore ? [day('劳动节', '05-02')] : []),
    ...[0, 1, 2].map((after) => day('国庆节', '10-01', after)),
  ]
  const feasts = movable.get(year)
  if (feasts === undefined) return fixed
  const [spring, clear, boat, moon] = feasts
  return inOrder([
    ...fixed,
    ...(hasMore ? [day('除夕', spring, -1)] : []),
    ...[0, 1, 2].map((after) => day('春节', spring, after)),
    day('清明节', clear),
    day('端午节', boat),
    day('中秋节', moon),
  ])
}

/** 中秋 may fall on a day of 国庆: one day with two names. */
function inOrder(days: readonly LegalHoliday[]): LegalHoliday[] {
  const byDate = Map.groupBy(days, ({ date }) => date)
  return [...byDate]
    .map(([date, same]) => ({ date, name: same.map(({ name }) => name).join('、') }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}
