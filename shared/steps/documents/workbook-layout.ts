import type { Form } from '../../catalogue/forms/form.ts'
import { type NarrativeKey, narrativeKeys, type TitleKey, titleKeys } from '../../model/report/report.ts'

/**
 * Where things stand in a workbook that we export. `to-xlsx` writes to these places and `from-xlsx` reads from them, so
 * that people can edit the workbook in between. Lines and columns count from 0.
 */

export const sheetNames = { cover: '封面', texts: '文字', supplement: '补充数字', remarks: '说明' } as const

/** The line of a table sheet on which the table begins; its title stands above. */
export const TABLE_TOP = 1

/** First cell of the cover; tells a workbook of ours from another. */
export const COVER_TITLE = '政府信息公开工作年度报告'

export type CoverField = 'form' | 'year' | 'unitName' | 'unitCode' | 'blank' | 'signOffUnit' | 'signOffDate' | TitleKey

/** Lines of the cover below its title: label in the first column, value in the second. */
export function coverLines(form: Form | null): { field: CoverField; label: string }[] {
  const titles = titleKeys.map((field) => {
    const section = form?.definition.sections.find(({ id }) => id === field)
    return { field, label: `标题：${section === undefined ? field : `${section.numeral}、${section.title}`}` }
  })
  return [
    { field: 'form', label: '表式' },
    { field: 'year', label: '年度' },
    { field: 'unitName', label: '单位' },
    { field: 'unitCode', label: '单位代码' },
    { field: 'blank', label: '空白格印成' },
    { field: 'signOffUnit', label: '落款单位' },
    { field: 'signOffDate', label: '落款日期' },
    ...titles,
  ]
}

/** How the cover says `presentation.blank`; nothing where the form decides. */
export const blankNames = { '': '空白', '0': '0', '/': '/' } as const

/** What stands before the first paragraph of each text. */
export function textLabels(form: Form): { key: NarrativeKey; label: string }[] {
  return narrativeKeys.map((key) => {
    const section = form.definition.sections.find(({ id }) => id === key)
    return { key, label: section === undefined ? '前言' : `${section.numeral}、${section.title}` }
  })
}

/** Closes the sheet of texts, so that empty lines at the end of the last one are not lost. */
export const TEXT_END = '（完）'

export const supplementHeader = ['代号', '项目', '数字', '单位'] as const

export const remarksHeader = ['种类', '代号', '内容', '位置'] as const
/** `further`: the text of the line above goes on. */
export const remarkKinds = {
  statement: '全表为0',
  remark: '备注',
  note: '表注',
  further: '接上一行',
} as const
