import type { Facts } from './facts.ts'

/** A figure that is there twice in one year, so that its sum would be too high. */
export interface DoubleFigure {
  readonly subject: string
  readonly year: string
  /** `months`: for the whole year and for months of it. `same`: the same period in two entries. */
  readonly why: 'months' | 'same'
}

/** Looks through the facts of the register of figures. They are added as they stand; the clerk removes one. */
export function doubleFigures(figures: Iterable<Facts | null>): DoubleFigure[] {
  const periods = new Map<string, string[]>()
  for (const facts of figures) {
    const { subject, period, value } = facts ?? {}
    if (!subject || !period || !value) continue
    const key = `${subject}|${period.slice(0, 4)}`
    const known = periods.get(key)
    if (known === undefined) periods.set(key, [period])
    else known.push(period)
  }
  return [...periods].flatMap(([key, all]): DoubleFigure[] => {
    const [subject = '', year = ''] = key.split('|')
    if (new Set(all).size < all.length) return [{ subject, year, why: 'same' }]
    return all.includes(year) && all.length > 1 ? [{ subject, year, why: 'months' }] : []
  })
}
