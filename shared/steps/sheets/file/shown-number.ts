import { SSF } from 'xlsx'
import { type FormatSection, parseSection, sectionFor } from './number-format.ts'

/**
 * A number as Excel and WPS show it by its format, where that shows more than its digits: a text around them (花信〔2024〕001号),
 * zeros before them (001), another order of size (12.5万元 for 125000), or words instead. Null where it shows the number.
 */
export function shownNumber(value: number, format: string): string | null {
  if (/^(general|g\/通用格式|@)?$/i.test(format.trim())) return null
  const section = sectionFor(value, format)
  const parsed = parseSection(section)
  if (parsed.said === '' && parsed.commas === 0 && !parsed.hasPercent) {
    return isPadded(parsed, value) ? inPlaces(parsed, value) : null
  }
  const hasGeneral = /general|通用格式/i.test(section)
  return parsed.hasPoint || parsed.hasPercent || hasGeneral ? formatted(section, value) : inPlaces(parsed, value)
}

/** A text as its format shows it: 5 with the format "花信〔2024〕"@"号". */
export function shownText(text: string, format: string): string {
  const section = format.split(';').at(-1) ?? ''
  if (!section.includes('@') || section.trim() === '@') return text
  return parseSection(section)
    .pieces.map((piece) => (piece.text === '@' ? text : piece.text))
    .join('')
}

/** What a format shows of a day: all of it, its month or its year alone; null where it shows none. */
export function dayPart(format: string): 'day' | 'month' | 'year' | null {
  const isDate: unknown = SSF.is_date(format)
  const plain = format.replace(/\[[^\]]*\]|"[^"]*"|\\./g, (token) => (/[年月日]/.test(token) ? token : ''))
  if (isDate !== true || !/[yd年日]/i.test(plain)) return null
  if (/[d日]/i.test(plain)) return 'day'
  return /[m月]/i.test(plain) ? 'month' : 'year'
}

/** Only zeros as places, more than the number has digits. */
function isPadded({ pieces, hasPoint }: FormatSection, value: number): boolean {
  const isZeros = pieces.length >= 2 && !hasPoint && pieces.every(({ isZero }) => isZero)
  return isZeros && Number.isInteger(value) && value >= 0 && String(value).length < pieces.length
}

function formatted(format: string, value: number): string {
  const text: unknown = SSF.format(format, value)
  return typeof text === 'string' ? text.trim() : String(value)
}

/** Digits put into places from the right; the first place takes all that are left. */
function inPlaces({ pieces, commas }: FormatSection, value: number): string {
  const digits = [...String(Math.round(Math.abs(value) / 1000 ** commas))]
  const places = pieces.filter(({ isPlace }) => isPlace).length
  let place = places
  const shown = [...pieces].reverse().map(({ text, isPlace, isZero }) => {
    if (!isPlace) return text
    place -= 1
    if (place === 0) return digits.splice(0).join('') || (isZero ? '0' : '')
    return digits.pop() ?? (isZero ? '0' : '')
  })
  const text = shown.reverse().join('').trim()
  return value < 0 && !/[-()（）]/.test(text) ? `-${text}` : text
}
