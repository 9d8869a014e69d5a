import type { FieldFlaw } from '../model/entry/field-flaw.ts'

/** What is said beside a field of a register that is not counted as it stands. */
export const fieldFlawText: Readonly<Record<FieldFlaw, string>> = {
  missing: '未填，填好后才计入年报',
  unreadable: '格式不对，请按提示的格式重填；改正前，这一项不计入年报',
  negative: '不能小于0，请核对；改正前，这一项不计入年报',
  decimals: '小数位数太多，请核对；改正前，这一项不计入年报',
  fraction: '只能是整数，请核对是否多打了小数点；改正前，这一项不计入年报',
  'too-large': '数字过大，请核对是否多打了几位；改正前，这一项不计入年报',
  'no-such-day': '日历上没有这一天，请核对月份和日期；改正前，这一项不计入年报',
  'out-of-range': '超出规定的范围，请按提示核对；改正前，这一项不计入年报',
  'unknown-choice': '不在可选的项目里，请重新选择；改正前，这一项不计入年报',
  'not-in-form': '该年度的表式没有这一项，请重新选或核对日期；改正前，不计入那一年的年报',
  'year-only': '这一项按全年填一个数，请把月份改为年份；改正前，这一项不计入年报',
  'too-early': '早于前面的日期，请核对；改正前，这一项不计入年报',
  alone: '与它配套的一项未填，请补填；改正前，这一项不计入年报',
  unsettled: '请照原表补填好，再按“已处理好”；处理好以前整条不计入年报',
}

/** Beside a day that can't be read. */
export const unreadableDayText = '日期格式不对，请像315、3.15、2026-3-15这样写；改正前，这一项不计入年报'

/** Beside a figure of a sheet, which has no hint of its own. */
export function figureFlawText(flaw: FieldFlaw): string {
  return flaw === 'unreadable' ? '不是数字，请只填数字；改正前，这一项不计入年报' : fieldFlawText[flaw]
}
