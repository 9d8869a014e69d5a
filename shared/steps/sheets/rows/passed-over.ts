import { type Cell, cellText } from '../cell.ts'
import { plainWords } from '../columns/plain-words.ts'

/** Why a row below the headings is no entry. */
export type PassedOver =
  /** 合计, 1月小计. */
  | 'sum'
  /** The headings once more, on a new page, or what numbers the columns (甲 乙 1 2). */
  | 'head'
  /** 填表人：… 审核：… */
  | 'signature'
  /** What stands there stands in columns that are not imported. */
  | 'outside'
  /** Below headings of another list on the same sheet. */
  | 'other-list'
  /** Of a statistics sheet: nothing is counted there. */
  | 'no-figure'

const sum =
  /^((\d{1,2}|[一二三四五六七八九十]{1,3})月份?|本[年月季页期]|第?[一二三四1-4]季度|[上下]半年|全[年县市区]|年度|各单位|以上)?([合总小共累]\s*计(数|件数|[(（][^()（）]*[)）])?[:：]?(\d+[件条项]?)?|共\d+[件条行项])$/
const signature =
  /^((填表人|填报人|制表人|制表|审核人?|审核|负责人|单位负责人|分管领导|经办人|联系人|联系电话|统计人|填报单位|填表单位|填报日期|填表日期|制表日期|打印日期|签字|签字人|签章|盖章|注|备注|说明|填表说明)[:：]|以下空白$|(以下无正文)$|第\d+页|\(盖章\)$)/
const letters = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛']

/** Why the row is passed over; null where it is an entry. `headings`: of the sheet, by column; `isFirst`: right below them. */
export function passedOver(cells: readonly Cell[], headings: readonly string[], isFirst: boolean): PassedOver | null {
  const texts = cells.map(cellText)
  const filled = texts.filter((text) => text !== '')
  const [first = '', second = ''] = filled
  const plain = first.normalize('NFKC').replace(/\s/g, '')
  if (sum.test(plain)) return 'sum'
  // 3 合计: the number of the row goes before it.
  if (/^\d{1,4}$/.test(plain) && sum.test(second.normalize('NFKC').replace(/\s/g, ''))) return 'sum'
  if (signature.test(plain)) return 'signature'
  if (isFirst && isColumnNumbers(filled)) return 'head'
  const isHead = (text: string, at: number): boolean => {
    const heading = headings[at] ?? ''
    const said = plainWords(text)
    return plainWords(heading).endsWith(said) || heading.split(' ').some((part) => plainWords(part) === said)
  }
  return filled.length >= 2 && texts.every((text, at) => text === '' || isHead(text, at)) ? 'head' : null
}

/** 甲 乙 丙 1 2, 栏次 1 2 3: what numbers the columns of a statistics sheet. */
function isColumnNumbers(filled: readonly string[]): boolean {
  const named = filled[0] === '栏次' ? filled.slice(1) : filled
  const inLetters = named.findIndex((text, at) => text !== letters[at])
  const lettered = inLetters < 0 ? named.length : inLetters
  const numbers = named.slice(lettered)
  const isNumbered = numbers.every((text, at) => text.replace(/[()（）]/g, '') === String(at + 1))
  return named.length >= 2 && isNumbered && (lettered > 0 || named.length < filled.length)
}
