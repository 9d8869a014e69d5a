import type { FigureSpec } from './figure.ts'
import { type CellValue, NOT_APPLICABLE } from './report.ts'

const grouped = /^[+-]?\d{1,3}([, ]\d{3})+(\.\d+)?$/
const plain = /^[+-]?(\d+(\.\d+)?|\.\d+)$/
const notApplicable = /^([-—–]+|n\/a)$/i

/** Digits, separators and signs as a Chinese input method, Excel or a web page gives them, in plain ASCII. */
function plainText(text: string): string {
  return text.normalize('NFKC').replaceAll('−', '-').trim()
}

/** `+007.50` → `7.50`: the digits stay as typed, only what says nothing goes. */
function canonicalDecimal(text: string): string {
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '', fraction] = text.replace(/^[+-]/, '').split('.')
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  const amount = fraction === undefined ? digits : `${digits}.${fraction}`
  return /[1-9]/.test(amount) ? sign + amount : amount
}

/**
 * What a clerk typed or pasted into a cell, as the cell stores it. Takes full-width digits (１２３), thousands
 * separators (67,382 · 67，382 · 67 382) and `--` for 不适用. Anything else stays as typed (`20件`): it is marked
 * by rule `value`, never refused and never turned into 0.
 */
export function readTyped(spec: FigureSpec, text: string): CellValue {
  const given = plainText(text)
  if (given === '') return null
  if (notApplicable.test(given)) return spec.mayNotApply === true ? NOT_APPLICABLE : text
  if (!plain.test(given) && !grouped.test(given)) return text
  const figure = canonicalDecimal(given.replace(/[, ]/g, ''))
  if (spec.kind === 'money') return figure
  // 28.00 from a spreadsheet is 28; 28.5 件 is a mistake to be shown as it was typed.
  if (!/^-?\d+(\.0+)?$/.test(figure)) return text
  const count = Number(figure)
  return Number.isSafeInteger(count) ? count : text
}

/**
 * `86件` is 86 where 件 is the figure's own unit; another unit stays and is marked, because nobody knows what was meant.
 */
export function withoutUnit(text: string, unit: string): string {
  const plain = text.trim()
  const number = unit !== '' && plain.endsWith(unit) ? plain.slice(0, -unit.length).trim() : ''
  return /^[+-]?[\d,. ]*\d$/.test(plainText(number)) ? number : text
}
