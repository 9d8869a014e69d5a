import { addDays } from './day-number.ts'

/**
 * Reads a day as people write it: `2021年1月29日`, `2021-1-29`, `2021.1.29`, `2021/1/29`, `20210129`, full-width digits
 * too. Gives `YYYY-MM-DD`, or null where it is no day of the calendar.
 */
export function readDate(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const match = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (match === null) return null
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  // A 31st of April would otherwise become the 1st of May, and the year 20 the year 1920.
  const isThatDay = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!isThatDay) return null
  return date.toISOString().slice(0, 10)
}

const DAYS_AGO: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 昨天: 1, 昨日: 1, 前天: 2 }

/** What a day without a year is read by. */
export interface TypedOn {
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** The year that is worked on; that of today where absent. */
  readonly year?: number
  /** A day that is planned, as of a signature, may lie ahead. */
  readonly mayLieAhead?: boolean
}

/**
 * Reads a day as a clerk types it in a hurry: everything that `readDate` reads, 今天, 昨天, 前天, and without the year
 * `315` (one digit of month), `1026`, `3.15`, `3-15`, `3/15`, `3月15日`. A day without a year is that of the year that is
 * worked on; where it would lie ahead there, the latest one that has passed. Null where it is no day.
 */
export function readTypedDate(text: string, { today, year, mayLieAhead = false }: TypedOn): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const ago = DAYS_AGO[plain]
  if (ago !== undefined) return addDays(today, -ago)
  const match = /^(\d{1,2})[-./月](\d{1,2})[日号]?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain)
  if (match === null) return readDate(plain)
  const [, month = '', day = ''] = match
  const thisYear = Number(today.slice(0, 4))
  const days = [year ?? thisYear, thisYear, thisYear - 1].map((of) => readDate(`${of}-${month}-${day}`))
  if (mayLieAhead) return days[0] ?? null
  return days.find((one) => one !== null && one <= today) ?? null
}
