import { addDays } from '../../calendar/day-number.ts'
import { readTypedDate } from '../../calendar/read-date.ts'
import { type Cell, cellText } from './cell.ts'

/** A cell that should be a day or a month: how the register keeps it, or as it was typed where it can't be told. */
export interface ReadDay {
  readonly value: string
  /** `3.1` as a number: the 1st of March, or the 10th, whose last 0 the spreadsheet has dropped; so with `2020.1`. */
  readonly isUnclear: boolean
}

export interface DaySetting {
  readonly from1904: boolean
  /** `YYYY-MM-DD`: a day without a year is of its year, or of the year before where that would lie far ahead. */
  readonly anchor: string
}

/** Numbers of days between 1927 and 2119: a smaller one is somebody's 315. */
const [FIRST_SERIAL, LAST_SERIAL] = [10_000, 80_000]

/** A day as a spreadsheet keeps it (a number of days), or as people write it, with a time of day behind it or not. */
export function readDay(cell: Cell, { from1904, anchor }: DaySetting): ReadDay {
  const text = cellText(cell)
  if (isSerial(cell)) return clear(serialDay(Number(cell), from1904))
  if (typeof cell === 'number' && /^\d{1,2}\.[123]$/.test(text)) return { value: text, isUnclear: true }
  if (/^\d{5}(\.\d+)?$/.test(text) && isSerial(Number(text))) return clear(serialDay(Number(text), from1904))
  return clear(readTypedDate(withoutTime(text), anchor) ?? text)
}

/** A month or a year (`2020-03`, `2020`), also from a cell that holds a day of it. */
export function readMonth(cell: Cell, { from1904, anchor }: DaySetting): ReadDay {
  const text = cellText(cell)
  if (isSerial(cell)) return clear(serialDay(Number(cell), from1904).slice(0, 7))
  if (typeof cell === 'number' && /^\d{4}\.1$/.test(text)) return { value: text, isUnclear: true }
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const year = /^(\d{4})年?(?:全年|度)?$/.exec(plain)?.[1]
  if (year !== undefined) return clear(year)
  const [, y, separated, joined] = /^(\d{4})(?:[-./年](\d{1,2})|(\d{2}))月?份?$/.exec(plain) ?? []
  const month = separated ?? joined
  if (y !== undefined && month !== undefined) return clear(`${y}-${month.padStart(2, '0')}`)
  const only = /^(\d{1,2})月份?$/.exec(plain)?.[1]
  if (only !== undefined) return clear(`${anchor.slice(0, 4)}-${only.padStart(2, '0')}`)
  return clear(readTypedDate(withoutTime(text), anchor)?.slice(0, 7) ?? text)
}

const clear = (value: string): ReadDay => ({ value, isUnclear: false })

/** Whether a number in a column of days is read as a number of days. */
export const isSerial = (cell: Cell): boolean => typeof cell === 'number' && cell >= FIRST_SERIAL && cell < LAST_SERIAL

/** ECMA-376 part 1, 18.17.4.1: days from 1899-12-30 (1900 is taken for a leap year), or from 1904-01-01. */
export function serialDay(serial: number, from1904: boolean): string {
  return addDays(from1904 ? '1904-01-01' : '1899-12-30', Math.floor(serial))
}

const withoutTime = (text: string): string =>
  text
    .replace(/[\sT]+\d{1,2}[:：]\d{1,2}([:：]\d{1,2})?(\.\d+)?Z?$/, '')
    .replace(/\s*(星期|周)[一二三四五六日天]$/, '')
    .replace(/[.．。]$/, '')
