import { Big } from 'big.js'
import type { Facts } from './entry-facts.ts'

/**
 * What a year's entries come to in the pictures, by bar: `received.03` requests received in March, `outcome.granted`
 * requests concluded so, `publications.website` figures of that channel. Exact decimals; what is 0 is absent. It depends
 * on no form, so that a year can be held against the one before.
 */
export type YearTally = Readonly<Record<string, string>>

/** The channels that the register of figures tells apart. */
export const publicationChannels = ['website', 'wechat', 'weibo', 'app', 'broadcast', 'noticeBoard', 'other'] as const

/** `received.01` to `received.12`. */
export const receivedBars: readonly string[] = Array.from({ length: 12 }, (_, month) => receivedBar(month + 1))
export const publicationBars: readonly string[] = publicationChannels.map((channel) => `publications.${channel}`)

function receivedBar(month: number): string {
  return `received.${String(month).padStart(2, '0')}`
}

const decimal = /^-?\d{1,24}(\.\d{1,24})?$/

/** What an entry of a register said before and says now; null: it was or is not there, or does not count. */
export interface TallyChange {
  readonly register: string
  readonly before: Facts | null
  readonly after: Facts | null
}

/** A year's tally after entries came, changed or went. */
export function tallyEntries(tally: YearTally, year: number, changes: Iterable<TallyChange>): YearTally {
  const changed: Record<string, string> = { ...tally }
  const text = String(year)
  const add = (register: string, facts: Facts | null, sign: 1 | -1): void => {
    for (const [bar, amount] of barsOf(text, register, facts)) {
      const sum = plus(changed[bar] ?? '0', amount, sign)
      if (sum === '0') delete changed[bar]
      else changed[bar] = sum
    }
  }
  for (const { register, before, after } of changes) {
    add(register, before, -1)
    add(register, after, 1)
  }
  return changed
}

const small = /^-?\d{1,9}$/

/** Exact; quick for small whole numbers, which nearly all are. */
function plus(left: string, right: string, sign: 1 | -1): string {
  if (small.test(left) && small.test(right)) return String(Number(left) + Number(right) * sign)
  return new Big(left).plus(new Big(right).times(sign)).toFixed()
}

/** The sum of some bars, exact. */
export function sumOfBars(tally: YearTally, bars: readonly string[]): string {
  return bars.reduce((sum, bar) => sum.plus(tally[bar] ?? 0), new Big(0)).toFixed()
}

function barsOf(year: string, register: string, facts: Facts | null): [bar: string, amount: string][] {
  if (facts === null || facts.uncounted === year) return []
  const bars: [string, string][] = []
  if (register === 'requests') {
    const { received, concluded, outcome } = facts
    if (received?.startsWith(year)) bars.push([receivedBar(Number(received.slice(5, 7))), '1'])
    if (outcome && concluded?.startsWith(year)) bars.push([`outcome.${outcome}`, '1'])
  }
  if (register === 'figures') {
    const { period, subject, value } = facts
    const counts = subject && publicationBars.includes(subject) && value && decimal.test(value)
    if (counts && period?.startsWith(year)) bars.push([subject, value])
  }
  return bars
}
