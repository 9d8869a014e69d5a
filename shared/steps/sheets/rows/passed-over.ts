import { type Cell, cellText } from '../cell.ts'
import { plainWords } from '../columns/plain-words.ts'

/** Why a row below the headings is no entry. */
export type PassedOver =
  /** 合计, 1月小计. */
  | 'sum'
  /** The headings once more, on a new page. */
  | 'head'
  /** 填表人：… 审核：… */
  | 'signature'
  /** What stands there stands in columns that are not imported. */
  | 'outside'

const sum =
  /^((\d{1,2}|[一二三四五六七八九十]{1,3})月份?|本[年月季页期]|第?[一二三四1-4]季度|[上下]半年|全[年县市区]|年度|各单位|以上)?[合总小共累]\s*计(数|件数|[(（][^()（）]*[)）])?[:：]?$/
const signature =
  /^(填表人|填报人|制表人|制表|审核人?|审核|负责人|单位负责人|分管领导|经办人|联系人|联系电话|统计人|填报单位|填表单位|填报日期|填表日期|制表日期|签字|签章|盖章|注|备注|说明)[:：]/

/** Why the row is passed over; null where it is an entry. `headings`: of the sheet, by column. */
export function passedOver(cells: readonly Cell[], headings: readonly string[]): PassedOver | null {
  const texts = cells.map(cellText)
  const filled = texts.filter((text) => text !== '')
  const [first = ''] = filled
  const plain = first.normalize('NFKC').replace(/\s/g, '')
  if (sum.test(plain)) return 'sum'
  if (signature.test(plain)) return 'signature'
  const isHead = (text: string, at: number): boolean => {
    const heading = headings[at] ?? ''
    return text !== '' && plainWords(heading).endsWith(plainWords(text))
  }
  return filled.length >= 2 && texts.every((text, at) => text === '' || isHead(text, at)) ? 'head' : null
}
