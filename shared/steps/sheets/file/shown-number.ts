import { SSF } from 'xlsx'

/** ECMA-376 part 1, 18.8.31, as far as it says what stands beside the digits. */
interface Format {
  /** Texts between the placeholders, which stand as `0` here: `花信〔2024〕` `0` `0` `0` `号`. */
  readonly pieces: readonly { readonly text: string; readonly isPlace: boolean; readonly isZero: boolean }[]
  /** Thousands by which the number is divided before it is shown. */
  readonly commas: number
  readonly hasPoint: boolean
  readonly hasPercent: boolean
  /** What is shown beside digits, signs and currencies. */
  readonly said: string
}

/**
 * A number as Excel and WPS show it by its format, where that shows more than its digits: a text around them (花信〔2024〕001号),
 * or another order of size (12.5万元 for 125000). Null where it shows the number.
 */
export function shownNumber(value: number, format: string): string | null {
  if (/^(general|g\/通用格式|@)?$/i.test(format.trim())) return null
  const section = sectionFor(value, format)
  const parsed = parseFormat(section)
  if (parsed.said === '' && parsed.commas === 0 && !parsed.hasPercent) return null
  if (parsed.hasPoint || parsed.hasPercent || /general|通用格式/i.test(section)) return formatted(section, value)
  return inPlaces(parsed, value)
}

/** Whether a format shows a number as a day. */
export function isDayFormat(format: string): boolean {
  const isDate: unknown = SSF.is_date(format)
  return isDate === true && /[yd年日]/i.test(format.replace(/\[[^\]]*\]/g, ''))
}

function formatted(format: string, value: number): string {
  const text: unknown = SSF.format(format, value)
  return typeof text === 'string' ? text.trim() : String(value)
}

/** The sections for numbers above, below and at 0 stand one behind the other. */
function sectionFor(value: number, format: string): string {
  const sections = format.match(/("[^"]*"|\\.|!.|[^;])+/g) ?? [format]
  const [first = format, below, zero] = sections
  return value < 0 ? (below ?? first) : value === 0 ? (zero ?? first) : first
}

function parseFormat(section: string): Format {
  const pieces: { text: string; isPlace: boolean; isZero: boolean }[] = []
  let commas = 0
  let hasPoint = false
  let hasPercent = false
  for (const [token] of section.matchAll(/"[^"]*"|\\.|!.|_.|\*.|\[[^\]]*\]|./gu)) {
    const [first = ''] = token
    if (first === '[' || first === '_' || first === '*') continue
    if (token === '0' || token === '#' || token === '?') {
      // Commas between places part thousands; those behind the last one divide.
      commas = 0
      pieces.push({ text: '', isPlace: true, isZero: token === '0' })
    } else if (token === ',') commas += 1
    else if (token === '.') hasPoint = true
    else if (token === '%') hasPercent = true
    else
      pieces.push({
        text: first === '"' ? token.slice(1, -1) : token.replace(/^[\\!]/, ''),
        isPlace: false,
        isZero: false,
      })
  }
  const said = pieces
    .map(({ text }) => text)
    .join('')
    .replace(/[\s¥￥$()+-]/g, '')
  return { pieces, commas, hasPoint, hasPercent, said }
}

/** Digits put into places from the right; the first place takes all that are left. */
function inPlaces({ pieces, commas }: Format, value: number): string {
  const digits = [...String(Math.round(Math.abs(value) / 1000 ** commas))]
  const places = pieces.filter(({ isPlace }) => isPlace).length
  let place = places
  const shown = [...pieces].reverse().map(({ text, isPlace, isZero }) => {
    if (!isPlace) return text
    place -= 1
    if (place === 0) return digits.splice(0).join('') || (isZero ? '0' : '')
    return digits.pop() ?? (isZero ? '0' : '')
  })
  return `${value < 0 ? '-' : ''}${shown.reverse().join('')}`.trim()
}
