import type { FigureKind } from '../catalogue/forms/table-definition.ts'
import type { ValueFlaw } from '../model/report/figure.ts'

const unreadable: Record<FigureKind, (unit: string) => string> = {
  count: (unit) => `不是数字。请只填整数，不写“${unit}”等字；没有就填0。`,
  change: (unit) => `不是数字。请只填整数，减少的前面加“-”，不写“${unit}”等字。`,
  money: (unit) => `不是金额。请按“${unit}”只填数字，可以有小数，不写单位。`,
}

const texts: Record<ValueFlaw, (kind: FigureKind, unit: string) => string> = {
  unreadable: (kind, unit) => unreadable[kind](unit),
  negative: () => '这里不能是负数。请填0或正整数。',
  fraction: () => '这里只能是整数。请核对是不是多打了小数点。',
  decimals: (_kind, unit) => `小数超过六位。请按“${unit}”核对金额，最多保留六位小数。`,
  'too-large': () => '数字过大。请核对是不是多打了几位。',
  'not-applicable': () => '这一格不能填“--”，只有规章一行可以。没有就填0。',
}

/** The second half of a sentence that names the cell and what stands in it. */
export function valueFlawText(flaw: ValueFlaw, kind: FigureKind, unit: string): string {
  return texts[flaw](kind, unit)
}
