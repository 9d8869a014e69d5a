const MS_PER_DAY = 86_400_000
/** The last day that `YYYY-MM-DD` can write. */
const LAST_DAY = Date.UTC(9999, 11, 31) / MS_PER_DAY

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days since 1970-01-01 of a `YYYY-MM-DD`: counting days is then adding numbers. */
export function toDayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day) / MS_PER_DAY
}

/** The `YYYY-MM-DD` of a day number, at the latest 9999-12-31. */
export function fromDayNumber(day: number): string {
  return new Date(Math.min(day, LAST_DAY) * MS_PER_DAY).toISOString().slice(0, 10)
}

/** The day `days` calendar days later (earlier where negative). */
export function addDays(date: string, days: number): string {
  return fromDayNumber(toDayNumber(date) + days)
}

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 && isLeap ? 29 : (MONTHS[month - 1] ?? 0)
  // JavaScript takes the years 0 to 99 for 1900 to 1999.
  return year >= 100 && day >= 1 && day <= days
}

/** Saturday or Sunday. */
export function isWeekend(day: number): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7
  return weekday === 0 || weekday === 6
}
