import type { FieldKind } from '../catalogue/registers/register-definition.ts'
import type { SheetColumn } from '../steps/sheets/columns/sheet-columns.ts'
import type { GuideSheet } from '../steps/sheets/file/write-sheets.ts'

const ways: Readonly<Record<FieldKind, string>> = {
  date: '日期，例如2026-3-15或2026年3月15日，Excel 的日期格式也可以',
  choice: '选择一项：',
  text: '文字；较长的号码请先把单元格设为“文本”格式再填',
  longText: '文字，可以多行',
  count: '整数',
  money: '金额，可以带小数',
  month: '月份或年份，例如2026-03或2026',
  figure: '数字',
  link: '对应申请的编号',
  flag: '“是”或“否”',
}

/** A template's second sheet: what goes into each column, for the clerk who fills it. */
export function sheetGuide(columns: readonly SheetColumn[]): GuideSheet {
  return { name: '填写说明', lines: [['列', '必填', '填写要求', '说明'], ...columns.map(guideLine)] }
}

function guideLine({ label, field, stage, personal }: SheetColumn): string[] {
  const choices = field.choices?.map((choice) => choice.label).join(' ｜ ') ?? ''
  const isMany = 'many' in field && field.many === true
  const isNumbered = 'numberedBy' in field && field.numberedBy !== undefined
  const required = field.required !== true ? '' : stage === null ? '必填' : `有${stage.definition.label}的必填`
  const how =
    field.kind === 'choice' ? `${isMany ? '可选几项，用“、”隔开：' : ways.choice}${choices}` : ways[field.kind]
  const hints = [isNumbered ? '不填的由程序编号' : '', field.hint ?? '', personal ? '仅存本单位' : '']
  return [label, required, how, hints.filter((text) => text !== '').join('；')]
}
