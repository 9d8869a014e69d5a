import { Big } from 'big.js'
import { readTyped } from '../../../model/report/read-typed.ts'
import { withoutInvisible } from '../../../values/invisible.ts'
import { type Cell, cellText, type ShownNumber } from '../cell.ts'
import { splitBrackets } from '../columns/plain-words.ts'

/** What money is counted in, in 元. */
const moneyUnits: Readonly<Record<string, number>> = {
  元: 1,
  百元: 100,
  千元: 1000,
  万元: 10_000,
  十万元: 100_000,
  百万元: 1_000_000,
  千万元: 10_000_000,
  亿元: 100_000_000,
}
const shortUnits: Readonly<Record<string, string>> = { 万: '万元', 亿: '亿元', 人民币元: '元', 块: '元' }

const named = (text: string): string | null => {
  const unit = shortUnits[text] ?? text
  return unit in moneyUnits ? unit : null
}

/** The unit of money that a heading or a label names: 金额（元）, 收费（单位：万元）, 收费金额/万元; null where it names none. */
export function moneyUnitOf(heading: string): string | null {
  const { outside, inside } = splitBrackets(heading)
  const [, behind = ''] = /[/／_:：-]\s*([亿万千百十]{0,2}元)$/.exec(withoutInvisible(outside).normalize('NFKC')) ?? []
  for (const text of [...inside, behind]) {
    const unit = named(text.replace(/^单位\s*[:：]?\s*/, '').replace(/\s/g, ''))
    if (unit !== null) return unit
  }
  return null
}

/**
 * The unit of money of a row that says in a column of its own, or behind its subject, in what it is counted. Unclear where
 * that is another order of size (万件), or another thing than the subject is.
 */
export function rowUnit(
  figure: { readonly kind: AmountKind; readonly unit: string | null },
  said: string,
  behindSubject: string | null,
): { readonly unit: string | null; readonly isUnclear: boolean; readonly said: string } {
  const plain = withoutInvisible(said).normalize('NFKC').replace(/\s/g, '')
  const money = named(plain) ?? behindSubject
  const text = plain === '' ? (behindSubject ?? '') : plain
  if (figure.kind === 'money') return { unit: money, isUnclear: plain !== '' && named(plain) === null, said: text }
  return { unit: null, isUnclear: money !== null || /^[十百千万亿]/.test(plain), said: text }
}

export interface Amount {
  /** As the register keeps it, in its own unit; as it stood where it can't be read. */
  readonly value: string
  /** It stood in another unit and was reckoned over. */
  readonly isConverted: boolean
  /** Its format shows another order of size and names no unit: 125 for 125000. It stays as both, which is no number. */
  readonly isUnclear?: true
}

type AmountKind = 'count' | 'change' | 'money'

/**
 * A count or an amount of money. `unit`: what the register keeps it in (万元, 件); `headUnit`: what the heading says. A unit
 * in the cell itself (1592万元), or in its format, goes before the heading's. `20件` stays as it is, and so does money
 * where something is counted.
 */
export function readAmount(cell: Cell, kind: AmountKind, unit: string | null, headUnit: string | null): Amount {
  if (typeof cell === 'object' && cell !== null && 'number' in cell) return readShown(cell, kind, unit, headUnit)
  const text = cellText(cell)
  const { digits, behind } = partsOf(text)
  const own = named(behind)
  return inUnit(own === null ? text : digits, kind, unit, { own, head: headUnit })
}

/** The number itself, in the order of size that its format shows, so that nothing is rounded as it is shown. */
function readShown(
  { number, shown }: ShownNumber,
  kind: AmountKind,
  unit: string | null,
  headUnit: string | null,
): Amount {
  const { digits, behind } = partsOf(shown)
  const own = named(behind)
  const power = scaleOf(digits, number)
  const isPlain = power === 0 && (own !== null || behind === '' || unit === null || named(unit) === null)
  if (power === null || (own === null && behind !== '' && !isPlain)) return { value: shown, isConverted: false }
  const scaled = new Big(number.toPrecision(15)).div(new Big(10).pow(power)).toFixed()
  const isUnclear = power > 0 && own === null && (headUnit === null || kind !== 'money')
  if (isUnclear) return { value: `${shown}（${number}）`, isConverted: false, isUnclear }
  return inUnit(scaled, kind, unit, { own, head: headUnit })
}

interface Units {
  /** What the cell says. */
  readonly own: string | null
  /** What stands above it. */
  readonly head: string | null
}

function inUnit(text: string, kind: AmountKind, unit: string | null, { own, head }: Units): Amount {
  const amount = String(readTyped({ kind }, text) ?? '')
  const kept = unit === null ? null : named(unit)
  const from = own ?? head
  // 3元 where something is counted; a heading's unit is that of the money below it.
  if (own !== null && (kept === null || kind !== 'money')) return { value: `${text}${own}`, isConverted: false }
  if (from === null || kept === null || kind !== 'money' || from === kept) return { value: amount, isConverted: false }
  if (!/^-?\d+(\.\d+)?$/.test(amount)) return { value: amount, isConverted: false }
  const [top, bottom] = [moneyUnits[from] ?? 1, moneyUnits[kept] ?? 1]
  // Both are powers of ten, so that nothing is rounded.
  return { value: new Big(amount).times(top).div(bottom).toFixed(), isConverted: amount !== '0' }
}

/** 1,592万元: its digits and what stands behind them; a sign of money before them says nothing. */
function partsOf(text: string): { readonly digits: string; readonly behind: string } {
  const [, digits = '', behind = ''] = /^([-+]?\s*[¥￥]?\s*[\d.,\s]*\d)(\D*)$/.exec(text.normalize('NFKC').trim()) ?? []
  return { digits: digits.replace(/[¥￥]/, '').trim(), behind: behind.trim() }
}

/** Powers of ten by which a format divides what it shows. */
const powers = [0, 3, 4, 6, 8] as const

/** By which power of ten the number is larger than what is shown of it; null: by none. */
function scaleOf(digits: string, number: number): number | null {
  const plain = digits.replace(/[,\s+-]/g, '')
  if (!/^\d+(\.\d+)?$/.test(plain)) return null
  const shown = new Big(plain)
  const places = plain.split('.')[1]?.length ?? 0
  const exact = new Big(Math.abs(number).toPrecision(15))
  return powers.find((power) => exact.div(new Big(10).pow(power)).round(places).eq(shown)) ?? null
}
