import { assertNever } from '../../../shared/values/result.ts'
import type { PasteProblem } from './place-block.ts'

/** What to tell the clerk about a block that was not pasted. */
export function pasteMessage(problem: PasteProblem): string {
  switch (problem.code) {
    case 'nothing':
      return '剪贴板里没有可以粘贴的数字。请先在 Excel 或 WPS 里选中数字复制，再回来粘贴。'
    case 'too-wide':
      return `要粘贴的内容有${problem.columns}列，从这一格往右只有${problem.room}列，所以一个数字也没有粘贴。请选中左上角对应的那一格再粘贴，或者只复制数字部分（不带文字列）。`
    case 'too-tall':
      return `要粘贴的内容有${problem.rows}行，从这一格往下只有${problem.room}行，所以一个数字也没有粘贴。请选中左上角对应的那一格再粘贴，或者只复制数字部分（不带表头）。`
    case 'off-figure':
      return `要粘贴的第${problem.row}行第${problem.column}列是“${problem.text}”，表中对应位置不能填数，所以一个数字也没有粘贴。请核对两边的行列是否一样，分几次粘贴。`
    default:
      return assertNever(problem)
  }
}

/** What to tell the clerk about pasted figures of which some could not be read. */
export function pastedMessage(figures: number, unreadable: number): string {
  return `已粘贴${figures}格，其中${unreadable}格不是数字，已按原样保留并标红，请逐个改正。`
}
