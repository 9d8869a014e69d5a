const BEIJING_OFFSET = 8 * 60 * 60 * 1000

/** The day in Beijing (UTC+8, no summer time) at this moment in milliseconds: `YYYY-MM-DD`. */
export function beijingDate(ms: number): string {
  return new Date(ms + BEIJING_OFFSET).toISOString().slice(0, 10)
}

/** The minute in Beijing at this moment in milliseconds: `YYYY-MM-DDTHH:mm`. */
export function beijingMinute(ms: number): string {
  return new Date(ms + BEIJING_OFFSET).toISOString().slice(0, 16)
}

/** `2021-01-29` as an official document writes it: `2021年1月29日`. A text that is no date comes back as it is. */
export function chineseDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (match === null) return date
  const [, year, month, day] = match
  return `${Number(year)}年${Number(month)}月${Number(day)}日`
}

/** `2026-11-23T21:30` as people read it: `2026年11月23日21:30`. A text that is no such time comes back as it is. */
export function chineseMinute(minute: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(minute) ? chineseDate(minute.slice(0, 10)) + minute.slice(11) : minute
}
