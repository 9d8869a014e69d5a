import type { FieldKind } from '../catalogue/registers/register-definition.ts'
import type { SheetColumn } from '../steps/sheets/sheet-columns.ts'

/** The name of a template's second sheet. */
export const guideSheetName = '怎么填'

/** What it says of a column. */
export interface GuideLine {
  readonly column: string
  readonly required: string
  readonly how: string
  readonly hint: string
}

export const guideHeader: readonly { readonly key: keyof GuideLine; readonly label: string }[] = [
  { key: 'column', label: '列' },
  { key: 'required', label: '必填' },
  { key: 'how', label: '填什么' },
  { key: 'hint', label: '说明' },
]

const ways: Readonly<Record<FieldKind, string>> = {
  date: '日期，例如 2026-3-15 或 2026年3月15日，Excel 的日期格式也可以',
  choice: '选一项：',
  text: '文字；很长的号码请先把单元格设成“文本”格式再填',
  longText: '文字，可以多行',
  count: '整数',
  money: '金额，可以带小数',
  month: '月份或年份，例如 2026-03 或 2026',
  figure: '数字',
  link: '它的编号',
  flag: '是 或 否',
}

/** What goes into each column, for the clerk who fills the template. */
export function guideLines(columns: readonly SheetColumn[]): readonly GuideLine[] {
  return columns.map(({ label, field, stage, personal }) => {
    const choices = field.choices?.map((choice) => choice.label).join(' ｜ ') ?? ''
    const isMany = 'many' in field && field.many === true
    const isNumbered = 'numberedBy' in field && field.numberedBy !== undefined
    const required = field.required !== true ? '' : stage === null ? '必填' : `有${stage.definition.label}的必填`
    return {
      column: label,
      required,
      how: field.kind === 'choice' ? `${isMany ? '可选几项，用“、”隔开：' : ways.choice}${choices}` : ways[field.kind],
      hint: [isNumbered ? '空着由程序编号' : '', field.hint ?? '', personal ? '只留在本单位' : '']
        .filter((text) => text !== '')
        .join('；'),
    }
  })
}
