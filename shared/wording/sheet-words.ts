import { MOST_SEALED } from '../desktop.ts'
import type { RowPlace } from '../steps/sheets/rows/check-rows.ts'
import type { PassedOver } from '../steps/sheets/rows/passed-over.ts'
import { MOST_IN_CELL } from '../values/held-text.ts'
import { rowPlaceText } from './row-flaw.ts'

/** Above an entry that an import could not read whole. `columns`: their headings. */
export function unsettledText(columns: string, unit: string): string {
  return `导入时没对上：${columns}。请照原表把下面的内容补填好，再点“已处理好”；处理好以前这一${unit}不计入年报。`
}

/** Names of files that we suggest. */
export const sheetFileNames = {
  template: (register: string) => `${register}导入模板`,
  exported: (unit: string, register: string, day: string) => `${unit}${register}${day}`,
} as const

/** After an import: how many entries there are more, how many were changed, and how to take it back. */
export function importedMessage(count: number, updated: number, unit: string): string {
  const made = count === 0 && updated > 0 ? [] : [`导入${count}${unit}`]
  const changed = updated === 0 ? [] : [`更新${updated}${unit}`]
  return `已${[...made, ...changed].join('，')}。点一次“撤销”可全部撤销。`
}

/** What went wrong that nothing else says. Without the system's own word: it might hold what somebody typed. */
export const sheetFailedText = '导入没有完成，什么都没有导入。请重试；仍不行，请把文件另存为 .xlsx 再导入。'

/** The same of an export, or a template. */
export const exportFailedText = '导出失败，没有生成文件。请重试；仍不行，请换一个文件夹保存。'

/** Behind why rows were not stored. `isUnsure`: they may be on disk, which the window can't see yet. */
export function notImportedText(isUnsure: boolean): string {
  return isUnsure ? '导入的行可能已经在台账里：请先到台账里核对，再决定是否重新导入。' : '什么都没有导入。'
}

/** One row holds more than an entry takes. `row` of the file from 1; `length` in characters. */
export function rowTooLongText({ row, length }: { readonly row: number; readonly length: number }): string {
  return `第${row}行要加密保存的内容（申请人信息、“申请内容”、“说明”，以及没有对上环节的文字）一共有${length}个字，一行最多存${MOST_SEALED}个字。什么都没有导入。请把这一行的长文字改短，再导入一次。`
}

/** A cell of an exported list that no spreadsheet takes. `at`: its place in the list, from 1; `name` nothing sealed. */
export function cellTooLongText(cell: {
  readonly at: number
  readonly unit: string
  readonly name: string
  readonly column: string
  readonly length: number
}): string {
  const { at, unit, name, column, length } = cell
  return `列表里第${at}${unit}（${name}）的“${column}”有${length}个字，Excel 一格最多放${MOST_IN_CELL}个字，所以没有导出，没有生成文件。请改为导出CSV表格（.csv），或者先把这一格改短。`
}

/** After a sheet was written. */
export function savedAsMessage(path: string): string {
  return `已保存到：${path}`
}

/** Several lists were opened at once. */
export function oneSheetMessage(name: string): string {
  return `表格一次导入一个，先导入“${name}”，其余的请再打开一次。`
}

/** Sheets that are read together: 12张表（1月、2月、3月…）. */
export function sheetNamesText(names: readonly string[]): string {
  const [first = ''] = names
  return names.length < 2
    ? first
    : `${names.length}张表（${names.slice(0, 3).join('、')}${names.length > 3 ? '…' : ''}）`
}

/** Places that are named; of more it is said how many. */
const NAMED = 5

const namedPlaces = (places: readonly RowPlace[]): string =>
  `${places.slice(0, NAMED).map(rowPlaceText).join('、')}${places.length > NAMED ? `等${places.length}行` : ''}`

const overTexts: Record<PassedOver, string> = {
  sum: '是合计',
  head: '又是标题',
  signature: '是填表人或说明',
  outside: '只在没有导入的列里写了字',
  'other-list': '是下面另一张表的',
  'no-figure': '没有填数字',
}

/** Rows that are no entries, and why. */
export function passedOverText(rows: readonly (RowPlace & { readonly why: PassedOver })[]): string {
  return (['sum', 'head', 'signature', 'outside', 'other-list', 'no-figure'] as const)
    .flatMap((why) => {
      const those = rows.filter((row) => row.why === why)
      return those.length === 0 ? [] : [`${namedPlaces(those)}${overTexts[why]}，已跳过。`]
    })
    .join('')
}

/** Amounts that stood in another unit than the register keeps. */
export function convertedText(rows: readonly RowPlace[]): string {
  return rows.length === 0 ? '' : `${namedPlaces(rows)}的金额已按单位换算，请核对。`
}

/** Columns that the file hides and that are read all the same, by their headings. */
export function hiddenColumnsText(headings: readonly string[]): string {
  return headings.length === 0 ? '' : `表格里隐藏的列也读了：${headings.join('、')}。请核对。`
}

/** Sheets of the file that look like the same list and are not read. */
export function unreadSheetsText(names: readonly string[]): string {
  return names.length === 0
    ? ''
    : `文件里还有${names.length}张表没有读取：${names.slice(0, NAMED).join('、')}${names.length > NAMED ? '…' : ''}。要导入的，请点“返回修改列对应”换一张。`
}
