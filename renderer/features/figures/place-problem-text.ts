import { assertNever } from '../../../shared/values/result.ts'
import type { PlaceProblem } from './place-figures.ts'

/** Why a block was not pasted, and what to do. */
export function placeProblemText(problem: PlaceProblem): string {
  switch (problem.code) {
    case 'nothing':
      return '剪贴板里没有可以粘贴的数字。请先在 Excel 或 WPS 里选中数字复制，再回来粘贴。'
    case 'too-wide':
      return `复制的列太多，从这一格往右只有${problem.room}列，所以一个数也没有粘贴。请从更左边的一格开始，或者分几次粘贴。`
    case 'too-tall':
      return `复制的行太多，从这一格往下只有${problem.room}行，所以一个数也没有粘贴。请从更上面的一格开始，或者分几次粘贴。`
    case 'no-figure':
      return `复制的第${problem.row}行第${problem.column}列是“${problem.text}”，这一项不在此处填写，所以一个数也没有粘贴。年末数请填在“全年”一列；已经按月填的，不再填全年。`
    default:
      return assertNever(problem)
  }
}

/** As many names as one can still read in a sentence. */
const MOST_NAMED = 8

/** What was pasted, and which rows were not, because no subject here is called so. */
export function pastedText(count: number, unknown: readonly string[]): string {
  const pasted = `已粘贴${count}个数。点一次“撤销”可全部撤销。`
  if (unknown.length === 0) return pasted
  const names = unknown
    .slice(0, MOST_NAMED)
    .map((name) => `“${name}”`)
    .join('、')
  const more = unknown.length > MOST_NAMED ? `等${unknown.length}项` : ''
  return `${pasted}${names}${more}在这里没有同名的项目，没有粘贴，请对照左边的项目逐个填。`
}
