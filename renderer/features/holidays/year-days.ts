import { addDays, fromDayNumber, isWeekend, toDayNumber } from '../../../shared/calendar/day-number.ts'
import type { HolidayYear } from '../../../shared/calendar/holiday-year.ts'
import type { LegalHoliday } from '../../../shared/catalogue/days/legal-holidays.ts'

/** What a day is: an ordinary one, a weekend, off by the notice, or a weekend on which people work. */
export type DayKind = 'workday' | 'weekend' | 'off' | 'worked'

export interface YearDay {
  readonly date: string
  readonly kind: DayKind
  /** 元旦; `''` where it has no name. */
  readonly name: string
}

/** The months of a year, each its weeks from Monday to Sunday; null where the week lies in another month. */
export function yearMonths(
  year: number,
  days: HolidayYear,
  legal: readonly LegalHoliday[],
): readonly (readonly (YearDay | null)[])[][] {
  const off = new Set(days.holidays)
  const worked = new Set(days.workdays)
  const names = new Map(legal.map(({ date, name }) => [date, name]))
  return Array.from({ length: 12 }, (_, month) => {
    const first = toDayNumber(`${year}-${String(month + 1).padStart(2, '0')}-01`)
    const next = month === 11 ? `${year + 1}-01-01` : `${year}-${String(month + 2).padStart(2, '0')}-01`
    // 1970-01-01 was a Thursday, the fourth day of its week.
    const before = (((first + 3) % 7) + 7) % 7
    const cells: (YearDay | null)[] = Array.from({ length: before }, () => null)
    for (let day = first; day < toDayNumber(next); day += 1) {
      const date = fromDayNumber(day)
      const kind = off.has(date) ? 'off' : worked.has(date) ? 'worked' : isWeekend(day) ? 'weekend' : 'workday'
      cells.push({ date, kind, name: names.get(date) ?? '' })
    }
    while (cells.length % 7 > 0) cells.push(null)
    return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
  })
}

/** Where a key leads from a day, within its year; null for a key that leads nowhere. */
export function dayAfterKey(date: string, key: string): string | null {
  const year = date.slice(0, 4)
  const moves: Readonly<Record<string, () => string>> = {
    ArrowLeft: () => addDays(date, -1),
    ArrowRight: () => addDays(date, 1),
    ArrowUp: () => addDays(date, -7),
    ArrowDown: () => addDays(date, 7),
    PageUp: () => sameDay(date, -1),
    PageDown: () => sameDay(date, 1),
    Home: () => `${date.slice(0, 8)}01`,
    End: () => addDays(sameDay(`${date.slice(0, 8)}01`, 1), -1),
  }
  const move = moves[key]
  if (move === undefined) return null
  const to = move()
  // 31 December's End looks at the next year's January.
  return to.slice(0, 4) === year ? to : to < date ? `${year}-01-01` : `${year}-12-31`
}

/** The same day of another month, or its last one where it has no such day. */
function sameDay(date: string, by: 1 | -1): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10)
  const length = new Date(Date.UTC(year, month + by, 0)).getUTCDate()
  return addDays(first, Math.min(day, length) - 1)
}
