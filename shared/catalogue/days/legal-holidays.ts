import { addDays } from '../../calendar/day-number.ts'
import type { Feasts } from './days.ts'

/** A day on which everybody is off by law, whatever the year's notice adds around it. */
export interface LegalHoliday {
  readonly date: string
  readonly name: string
}

/** The year from which 除夕 and 2 May are legal holidays too (State Council decree 795). */
const MORE_DAYS_SINCE = 2025

/**
 * The legal holidays of a year (全国年节及纪念日放假办法), earliest first; those that move with the moon only for the
 * years that are known. They are proposed to the clerk and never counted by themselves: which days are off around them,
 * and which are worked for them, is in the yearly notice.
 */
export function legalHolidays(year: number, feasts: ReadonlyMap<number, Feasts>): LegalHoliday[] {
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
  const moving = feasts.get(year)
  if (moving === undefined) return fixed
  const [spring, clear, boat, moon] = moving
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
