/**
 * The information processing fee (art. 42; 政府信息公开信息处理费管理办法, 国办函〔2020〕109号): per item or per page, one
 * standard for an application and never both, each part of the number at its own rate.
 */
export type FeeBasis = 'items' | 'pages'

/** The items or pages numbered `from` to `to`, all at one rate. Amounts in yuan. */
export interface FeeStep {
  readonly from: number
  readonly to: number
  readonly rate: number
  readonly amount: number
}

export interface Fee {
  readonly basis: FeeBasis
  readonly count: number
  /** Yuan, whole. */
  readonly amount: number
  /** From the free part on, as far as the number reaches; empty for 0. */
  readonly steps: readonly FeeStep[]
}

/** Beyond this a number is a typing error. */
export const MAX_FEE_COUNT = 100_000

/** Up to and including `to`, at `rate` yuan each. */
interface Tier {
  readonly to: number
  readonly rate: number
}

const pageTiers: readonly Tier[] = [
  { to: 30, rate: 0 },
  { to: 100, rate: 10 },
  { to: 200, rate: 20 },
  { to: MAX_FEE_COUNT, rate: 40 },
]

/** Items: 10 free, 11 to 30 at 100 yuan, then 100 yuan more for every further 10. */
const itemTier = (index: number): Tier =>
  index === 0 ? { to: 10, rate: 0 } : { to: 20 + index * 10, rate: index * 100 }

/**
 * The fee for pages, or for items: those numbered `first` to `count` among an applicant's of a calendar month, each at
 * the rate that its place reaches, so that what was charged before is not charged again. Null where a number is not a
 * whole one from 0 to `MAX_FEE_COUNT`, or `first` stands behind `count`.
 */
export function feeFor(basis: FeeBasis, count: number, first = 1): Fee | null {
  const isWhole = [count, first].every((one) => Number.isInteger(one) && one >= 0 && one <= MAX_FEE_COUNT)
  if (!isWhole || first < 1 || (count > 0 && first > count)) return null
  const steps: FeeStep[] = []
  for (let from = 1, index = 0; from <= count; index++) {
    const tier = basis === 'items' ? itemTier(index) : pageTiers[index]
    if (tier === undefined) break
    const to = Math.min(tier.to, count)
    const charged = Math.max(from, first)
    if (charged <= to) steps.push({ from: charged, to, rate: tier.rate, amount: (to - charged + 1) * tier.rate })
    from = to + 1
  }
  return { basis, count, amount: steps.reduce((sum, step) => sum + step.amount, 0), steps }
}
