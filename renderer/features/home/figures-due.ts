import { entryIdOf } from '../../../shared/model/entry/entry-record.ts'

/**
 * What of 年度数字 is still to be written down, by the record ids of its figures (`unit|figures|2026-03/subject`).
 * `none`: nothing of the year yet. A number: the last month that is over (or is this one, in its last days) and has no
 * figure, for a unit that writes month by month. Null: nothing. `today` is `YYYY-MM-DD`.
 */
export function figuresDue(ids: readonly string[], year: number, today: string): 'none' | number | null {
  const periods = ids
    .map((id) => entryIdOf(id).entry.split('/')[0] ?? '')
    .filter((period) => period.startsWith(`${year}`))
  if (periods.length === 0) return 'none'
  const months = new Set(periods.filter((period) => period.length > 4))
  if (months.size === 0) return null
  const month = lastMonthDue(year, today)
  return month === 0 || months.has(`${year}-${String(month).padStart(2, '0')}`) ? null : month
}

/** In the last days of a month its figures are known well enough to write them down. */
const LAST_DAYS = 25

function lastMonthDue(year: number, today: string): number {
  const now = Number(today.slice(0, 4))
  if (now > year) return 12
  if (now < year) return 0
  const month = Number(today.slice(5, 7))
  return Number(today.slice(8)) >= LAST_DAYS ? month : month - 1
}
