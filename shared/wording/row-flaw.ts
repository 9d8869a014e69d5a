import type { RowFlaw, RowFlawCode } from '../steps/sheets/cells/row-flaw.ts'
import type { RowPlace } from '../steps/sheets/rows/check-rows.ts'

/** Behind the name of the column, and what stands there. */
const texts: Readonly<Record<RowFlawCode, string>> = {
  missing: '未填',
  unreadable: '格式不对',
  negative: '不能小于0',
  decimals: '小数位数太多',
  fraction: '只能是整数',
  'too-large': '数字太大，请核对位数',
  'no-such-day': '在日历上没有这一天',
  'out-of-range': '超出规定的范围',
  'unknown-choice': '不在可选的项目里',
  'not-in-form': '该年度的表式没有这一项',
  'year-only': '按全年填一个数，不能分月',
  'too-early': '早于前面的日期',
  alone: '与它配套的一列未填',
  unsettled: '还没有处理好',
  'error-cell': '读不出来（公式没有算出数，或者格子里是图片），请在 Excel 里改成文字',
  'digits-lost': '数字太长，Excel 已经把后几位变成0，请在 Excel 里改成文本重填',
  'broken-text': '里有读不出来的字（文件里只剩半个字），请对照原件补上',
  'unclear-day': '不能确定是哪一天（可能少了一位数，或者年份只写了两位），请写全',
  'became-day': '被 Excel 当成了日期，请照原件改成文本重填',
  'unclear-amount': '显示的数与保存的数不一致，不能确定是多少，请写明单位',
  'in-future': '是今天以后的日期',
  'before-receipt': '早于来件日期',
  'unknown-link': '台账里没有这个编号',
}

/** As much of what was typed as tells it apart. */
const SHOWN = 24

/** What is wrong with a cell of an imported row: 来件日期“3月40日”格式不对. `label`: the column's heading. */
export function rowFlawText(label: string, { code, text }: RowFlaw): string {
  const typed = Array.from(text)
  const shown = typed.length > SHOWN ? `${typed.slice(0, SHOWN).join('')}…` : text
  return `${label}${shown === '' ? '' : `“${shown}”`}${texts[code]}`
}

/** 第5行, or “1月”第5行 where several sheets are read. */
export function rowPlaceText({ sheet, row }: RowPlace): string {
  return `${sheet === '' ? '' : `“${sheet}”`}第${row}行`
}
