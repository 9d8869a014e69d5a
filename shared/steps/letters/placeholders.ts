/**
 * What a wording may name in braces. Where there is no value, the letter shows `BLANK` for somebody to write on.
 * Days are filled in as `2026年9月21日`.
 */
export const placeholders = [
  /** Name of the applicant, and how a letter speaks to them: 您 or 贵单位. */
  'applicant',
  'you',
  'number',
  /** 要什么, as the applicant put it. */
  'request',
  'way',
  'received',
  'unit',
  'contact',
  'phone',
  'unitAddress',
  'letterDate',
  'documentNumber',
  /** Working days of the answering term, and its last day as it stood with this letter. */
  'answerDays',
  'lastDay',
  /** Working days that this letter gives, and their last day. */
  'period',
  'due',
  'extendedBy',
  /** Last day for a rectification notice. */
  'noticeBy',
  'askedToRectify',
  'rectifyBy',
  'askedToPay',
  'payBy',
  /** The month of receipt, `2026年9月`. */
  'month',
  'count',
  'amount',
  'calculation',
  /** What only the clerk can say: what to rectify, why later, what is given, why not. */
  'matter',
  'addressee',
  'payTo',
  'reviewOrgan',
  'court',
  'deliveredDocument',
  'deliveryWay',
  'deliverTo',
] as const
export type Placeholder = (typeof placeholders)[number]

/** Empty where it is not known. */
export type PlaceholderValues = Readonly<Record<Placeholder, string>>

/** Room to write a missing value by hand. */
export const BLANK = '________'

const BRACES = /\{([^{}]*)\}/g

const isPlaceholder = (name: string): name is Placeholder => placeholders.some((known) => known === name)

/** Names in braces that are no placeholders. */
export function unknownPlaceholders(text: string): string[] {
  return [...text.matchAll(BRACES)].map(([, name = '']) => name).filter((name) => !isPlaceholder(name))
}

const STOPS = '。，；：、'

/**
 * A wording with its values; the names of those it misses are added to `missing`. A stop that the clerk has typed gives
 * way to the wording's own. Throws on an unknown placeholder.
 */
export function fillIn(text: string, values: PlaceholderValues, missing: Set<Placeholder>): string {
  return text.replace(BRACES, (braces: string, name: string, at: number) => {
    if (!isPlaceholder(name)) throw new Error(`unknown placeholder ${name}`)
    const value = values[name].trim()
    if (value === '') missing.add(name)
    const next = text.charAt(at + braces.length)
    const plain = next !== '' && STOPS.includes(next) ? value.replace(/[。，；、.,;\s]+$/u, '') : value
    return value === '' ? BLANK : plain
  })
}
