/** A section of a number format, as far as it says what stands beside the digits: ECMA-376 part 1, 18.8.31. */
export interface FormatSection {
  /** Texts between the placeholders, which stand as `0` here: `花信〔2024〕` `0` `0` `0` `号`. */
  readonly pieces: readonly { readonly text: string; readonly isPlace: boolean; readonly isZero: boolean }[]
  /** Thousands by which the number is divided before it is shown. */
  readonly commas: number
  readonly hasPoint: boolean
  readonly hasPercent: boolean
  /** What is shown beside digits, signs and currencies. */
  readonly said: string
}

/** The section that shows this number: by its condition (`[>=10000]`), else those above, below and at 0 one behind the other. */
export function sectionFor(value: number, format: string): string {
  const sections = sectionsOf(format)
  const conditions = sections.map((section) => /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/.exec(section))
  const [first = format, below, zero] = sections
  if (conditions.some((found) => found !== null)) {
    const at = conditions.findIndex((found) => found === null || holds(value, found[1] ?? '', Number(found[2])))
    return sections[at] ?? first
  }
  return value < 0 ? (below ?? first) : value === 0 ? (zero ?? first) : first
}

function sectionsOf(format: string): string[] {
  const sections: string[] = ['']
  for (const [token] of format.matchAll(/"[^"]*"|\\.|!.|./gu)) {
    if (token === ';') sections.push('')
    else sections[sections.length - 1] += token
  }
  return sections
}

function holds(value: number, sign: string, limit: number): boolean {
  switch (sign) {
    case '<':
      return value < limit
    case '<=':
      return value <= limit
    case '>':
      return value > limit
    case '>=':
      return value >= limit
    case '=':
      return value === limit
    default:
      return value !== limit
  }
}

export function parseSection(section: string): FormatSection {
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
    else {
      const text = first === '"' ? token.slice(1, -1) : token.replace(/^[\\!]/, '')
      pieces.push({ text, isPlace: false, isZero: false })
    }
  }
  const said = pieces
    .map(({ text }) => text)
    .join('')
    .replace(/[\s¥￥$()+-]/g, '')
  return { pieces, commas, hasPoint, hasPercent, said }
}
