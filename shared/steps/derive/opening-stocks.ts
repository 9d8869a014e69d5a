import { Big } from 'big.js'
import type { Form } from '../../catalogue/forms/form.ts'
import { amountOf } from '../../model/report/figure.ts'
import type { Report } from '../../model/report/report.ts'
import { derivationsOf } from './compile-derivations.ts'
import type { Openings } from './derived-counts.ts'
import { yearText } from './each-match.ts'
import type { Facts } from './entry-facts.ts'

export interface OpeningStocks {
  readonly openings: Openings
  /** Stocks typed for this year that differ from what last year's report leaves. */
  readonly differences: readonly { readonly stock: string; readonly typed: string; readonly lastYear: string }[]
}

/** The stocks that last year's report leaves, by key of the opening register; those that it does not tell are absent. */
export function stocksLeft(
  form: Form,
  last: { readonly form: Form; readonly report: Report } | null,
): Readonly<Record<string, string>> {
  if (last === null) return {}
  return Object.fromEntries(
    derivationsOf(form).targets.flatMap(({ stocks }) =>
      stocks.flatMap(({ key, lastYear }) => {
        const left = stockLeft(last, lastYear)
        return left === null ? [] : [[key, left] as const]
      }),
    ),
  )
}

/**
 * The stocks with which a year begins. `typed`: facts of the opening register. `last`: last year's report with its
 * form, see `lastReport()`; null where there is none. A stock typed for this very year stands before last year's
 * figure, and a difference between the two is named.
 */
export function openingStocks(
  form: Form,
  year: number,
  typed: Iterable<Facts | null>,
  last: { readonly form: Form; readonly report: Report } | null,
): OpeningStocks {
  const ofYear = new Map<string, string | null>()
  for (const facts of typed) {
    const { year: opens, stock, amount } = facts ?? {}
    if (opens === yearText(year) && stock) ofYear.set(stock, amount ? new Big(amount).toFixed() : null)
  }
  const openings: Record<string, string | null> = {}
  const differences: OpeningStocks['differences'][number][] = []
  const left = stocksLeft(form, last)
  for (const { key: stock } of derivationsOf(form).targets.flatMap(({ stocks }) => stocks)) {
    const lastYear = left[stock] ?? null
    const own = ofYear.get(stock) ?? null
    // One that was typed and can't be read is neither 0 nor last year's.
    if (ofYear.has(stock) && own === null) openings[stock] = null
    else if (own !== null || lastYear !== null) openings[stock] = own ?? lastYear
    if (own !== null && lastYear !== null && own !== lastYear) differences.push({ stock, typed: own, lastYear })
  }
  return { openings, differences }
}

/**
 * The sum of some cells of last year's report, `n/a` as 0; null where one of them is blank or cannot be read, because
 * nobody said what it was, or the form has no such cell.
 */
function stockLeft(last: { readonly form: Form; readonly report: Report }, cells: readonly string[]): string | null {
  let sum = new Big(0)
  for (const name of cells) {
    const key = last.form.key(name)
    const cell = key === null ? undefined : last.form.cells.get(key)
    if (key === null || cell === undefined) return null
    const value = last.report.cells[key] ?? null
    const amount = value === null ? null : amountOf(cell, value)
    if (amount === null) return null
    sum = sum.plus(amount)
  }
  return sum.toFixed()
}
