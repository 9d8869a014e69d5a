import { Big } from 'big.js'
import { readTyped } from '../../../model/report/read-typed.ts'
import { withoutInvisible } from '../../../values/invisible.ts'
import type { Cell } from '../cell.ts'
import { cellText } from '../cell.ts'
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

export interface Amount {
  /** As the register keeps it, in its own unit; as it stood where it can't be read. */
  readonly value: string
  /** It stood in another unit and was reckoned over. */
  readonly isConverted: boolean
}

/**
 * A count or an amount of money. `unit`: what the register keeps it in (万元, 件); `headUnit`: what the heading says. A unit
 * in the cell itself (1592万元), or in its format, goes before the heading's. `20件` stays as it is, and so does money
 * where something is counted.
 */
export function readAmount(
  cell: Cell,
  kind: 'count' | 'change' | 'money',
  unit: string | null,
  headUnit: string | null,
): Amount {
  const text = cellText(cell)
  const read = (typed: string): string => String(readTyped({ kind }, typed) ?? '')
  const [, digits = '', ownText = ''] = /^([\d.,\s+-]+)(.+)$/.exec(text.normalize('NFKC').trim()) ?? []
  const own = named(ownText.trim())
  const kept = unit === null ? null : named(unit)
  if (typeof cell === 'object' && cell !== null && own === null) {
    // 20件 by its format is the number 20; 1.2千件 is not readable as it is shown.
    return { value: sameNumber(digits, cell.number) ? read(String(cell.number)) : text, isConverted: false }
  }
  const from = own ?? headUnit
  if (from === null || kept === null || kind === 'change') return { value: read(text), isConverted: false }
  const amount = read(own === null ? text : digits.trim())
  if (from === kept || !/^-?\d+(\.\d+)?$/.test(amount)) return { value: amount, isConverted: false }
  const [top, bottom] = [moneyUnits[from] ?? 1, moneyUnits[kept] ?? 1]
  // Both are powers of ten, so that nothing is rounded.
  return { value: new Big(amount).times(top).div(bottom).toFixed(), isConverted: amount !== '0' }
}

const sameNumber = (digits: string, number: number): boolean => Number(digits.replace(/[,\s]/g, '')) === number
