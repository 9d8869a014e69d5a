import { Big } from 'big.js'
import type { Cell } from '../../catalogue/forms/form.ts'
import { type CellValue, NOT_APPLICABLE } from './report.ts'

/** What must be known of a cell, or of a supplement figure, to read its value. */
export type FigureSpec = Pick<Cell, 'kind'> & Partial<Pick<Cell, 'mayNotApply'>>

/** A value as its cell understands it. A number counts even where it is wrong there (-1 件): `value` says so. */
export type Figure =
  | { readonly kind: 'empty' }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'money'; readonly value: Big }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'unreadable'; readonly text: string }

// Longer figures are nonsense, and slow to add exactly.
const decimal = /^-?\d{1,24}(\.\d{1,24})?$/

/** Reads a stored value by the kind of its cell. */
export function readFigure(spec: FigureSpec, value: CellValue): Figure {
  if (value === null) return { kind: 'empty' }
  if (value === NOT_APPLICABLE) return { kind: 'notApplicable' }
  if (isTooLarge(value)) return { kind: 'unreadable', text: String(value) }
  if (spec.kind === 'money') {
    const text = typeof value === 'number' ? new Big(value).toFixed() : value
    return decimal.test(text) ? { kind: 'money', value: new Big(text) } : { kind: 'unreadable', text }
  }
  return typeof value === 'number' ? { kind: 'count', value } : { kind: 'unreadable', text: value }
}

/** A number that is no longer exact, or none at all; a sum over some of them would be `Infinity`. */
const isTooLarge = (value: CellValue): value is number => typeof value === 'number' && !(Math.abs(value) < 2 ** 53)

/** What the value adds to a sum: nothing where it is empty or not applicable; null where it cannot be read. */
export function amountOf(spec: FigureSpec, value: CellValue): Big | null {
  const figure = readFigure(spec, value)
  switch (figure.kind) {
    case 'empty':
    case 'notApplicable':
      return new Big(0)
    case 'count':
    case 'money':
      return new Big(figure.value)
    case 'unreadable':
      return null
  }
}

/** An amount in the shape that a cell of this kind stores: a number, or a decimal string for money. */
export function toCellValue(spec: FigureSpec, amount: Big): CellValue {
  return spec.kind === 'money' ? amount.toFixed() : amount.toNumber()
}

/** As printed: `--` where it does not apply, no thousands separators, an empty figure as the unit chose. */
export function formatFigure(value: CellValue, blank: '' | '0' | '/' = ''): string {
  if (value === null) return blank
  return value === NOT_APPLICABLE ? '--' : String(value)
}

/** What is wrong with a value in its cell (rule `value`). */
export type ValueFlaw = 'unreadable' | 'negative' | 'fraction' | 'decimals' | 'too-large' | 'not-applicable'

/** Decimals of a sum of money: 万元 down to the cent, as published reports carry them. */
const MONEY_DECIMALS = 6

/** Null where the value may stand: a count is an integer ≥ 0, a change any integer, money ≥ 0 with six decimals. */
export function valueFlaw(spec: FigureSpec, value: CellValue): ValueFlaw | null {
  const figure = readFigure(spec, value)
  switch (figure.kind) {
    case 'empty':
      return null
    case 'notApplicable':
      return spec.mayNotApply === true ? null : 'not-applicable'
    case 'unreadable':
      return isTooLarge(value) ? 'too-large' : 'unreadable'
    case 'count':
      if (!Number.isInteger(figure.value)) return 'fraction'
      return spec.kind === 'count' && figure.value < 0 ? 'negative' : null
    case 'money':
      if (figure.value.lt(0)) return 'negative'
      return figure.value.round(MONEY_DECIMALS).eq(figure.value) ? null : 'decimals'
  }
}
