import { addDays } from '../../../calendar/day-number.ts'
import { readTypedDate } from '../../../calendar/read-date.ts'
import { type Cell, cellText, isDayCell } from '../cell.ts'

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
  if (isDayCell(cell)) return clear(cell.shown)
  if (isSerial(cell)) return clear(serialDay(Number(cell), from1904))
  if (/^\d{1,2}\.[123]$/.test(text)) return { value: text, isUnclear: true }
  if (/^\d{5}(\.\d+)?$/.test(text) && isSerial(Number(text))) return clear(serialDay(Number(text), from1904))
  return dayOf(text, anchor)
}

/** A month or a year (`2020-03`, `2020`), also from a cell that holds a day of it. */
export function readMonth(cell: Cell, { from1904, anchor }: DaySetting): ReadDay {
  const text = cellText(cell)
  if (isDayCell(cell)) return clear(cell.shown.slice(0, 7))
  if (isSerial(cell)) return clear(serialDay(Number(cell), from1904).slice(0, 7))
  if (typeof cell === 'number' && /^\d{4}\.1$/.test(text)) return { value: text, isUnclear: true }
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const year = /^(\d{4})年?(?:全年|度)?$/.exec(plain)?.[1]
  if (year !== undefined) return clear(year)
  if (/^(全年|本年)$/.test(plain)) return clear(anchor.slice(0, 4))
  const [, y, separated, joined] = /^(\d{4})(?:[-./年](\d{1,2})|(\d{2}))月?份?$/.exec(plain) ?? []
  const month = separated ?? joined
  if (y !== undefined && month !== undefined) return clear(`${y}-${month.padStart(2, '0')}`)
  const only = /^(\d{1,2})月份?$/.exec(plain)?.[1]
  if (only !== undefined) return clear(`${anchor.slice(0, 4)}-${only.padStart(2, '0')}`)
  const { value, isUnclear } = dayOf(text, anchor)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { value: value.slice(0, 7), isUnclear } : clear(text)
}

const clear = (value: string): ReadDay => ({ value, isUnclear: false })

/** Whether a number in a column of days is read as a number of days. */
export const isSerial = (cell: Cell): boolean => typeof cell === 'number' && cell >= FIRST_SERIAL && cell < LAST_SERIAL

/** ECMA-376 part 1, 18.17.4.1: days from 1899-12-30 (1900 is taken for a leap year), or from 1904-01-01. */
export function serialDay(serial: number, from1904: boolean): string {
  return addDays(from1904 ? '1904-01-01' : '1899-12-30', Math.floor(serial))
}

/** A year of two digits is taken for one this near; `8.5.23` may be 2008 or the 8th of May. */
const YEARS_AROUND = 5

function dayOf(text: string, anchor: string): ReadDay {
  const plain = withoutTime(inDigits(text.normalize('NFKC').replace(/^'/, ''))).trim()
  const [, y = '', m = '', d = ''] =
    /^(\d{4})[\s.。、,，\\/_-]+(\d{1,2})[\s.。、,，\\/_-]+(\d{1,2})$/.exec(plain) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(plain.replace(/\s/g, '')) ??
    []
  if (y !== '') return clear(readTypedDate(`${y}-${m}-${d}`, { today: anchor }) ?? text)
  const short =
    /^(\d{2})[.。、\\/-](\d{1,2})[.。、\\/-](\d{1,2})$/.exec(plain) ??
    /^(\d{2})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(plain)
  if (short !== null) {
    const year = 2000 + Number(short[1])
    const day = readTypedDate(`${year}-${short[2]}-${short[3]}`, { today: anchor })
    if (day === null) return clear(text)
    return Math.abs(year - Number(anchor.slice(0, 4))) <= YEARS_AROUND ? clear(day) : { value: text, isUnclear: true }
  }
  return clear(readTypedDate(plain.replace(/号$/, '日'), { today: anchor }) ?? text)
}

const chinese = '〇一二三四五六七八九'

/** 二〇二三年五月十八日 → 2023年5月18日; other texts as they are. */
function inDigits(text: string): string {
  const match =
    /^([〇○零Ｏ0O一二三四五六七八九]{2,4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})([日号].*)$/.exec(
      text,
    )
  if (match === null) return text
  const [, year = '', month = '', day = '', rest = ''] = match
  const digit = (one: string): string => String(Math.max(0, chinese.indexOf(one)))
  const number = (words: string): string => {
    const [tens, ones] = words.includes('十') ? words.split('十') : ['', words]
    const ten = words.includes('十') ? (tens === '' ? 1 : Number(digit(tens ?? ''))) : 0
    return String(ten * 10 + (ones === '' || ones === undefined ? 0 : Number(digit(ones))))
  }
  return `${[...year].map(digit).join('')}年${number(month)}月${number(day)}${rest}`
}

/** `2024-03-01T16:00:00.000Z`, as web systems write midnight of the 2nd in China. */
const zulu = /^(\d{4}-\d{2}-\d{2})T(\d{2}):\d{2}(:\d{2})?(\.\d+)?Z$/
const HOURS_AHEAD = 8

function withoutTime(text: string): string {
  const [, day, hour] = zulu.exec(text) ?? []
  if (day !== undefined) return Number(hour) + HOURS_AHEAD < 24 ? day : addDays(day, 1)
  return text
    .replace(/[(（]?\s*(星期|周)[一二三四五六日天]\s*[)）]?/, '')
    .replace(
      /[\sT]*(上午|下午|中午|早上|晚上|凌晨)?\s*\d{1,2}(:\d{1,2}){1,2}(\.\d+)?\s*(AM|PM)?([+-]\d{2}:?\d{2}|Z)?$/i,
      '',
    )
    .replace(/\s*(上午|下午|中午|早上|晚上|凌晨)?\s*\d{1,2}(时|点)(\d{1,2}分?)?(\d{1,2}秒)?$/, '')
    .replace(/\s*(上午|下午|中午|早上|晚上|凌晨)$/, '')
    .trim()
    .replace(/[.。]$/, '')
}
