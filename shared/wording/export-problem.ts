import type { KeyringProblem, SavedFile, StorageProblem } from '../desktop.ts'
import type { TooLong } from '../model/report/text-limits.ts'
import type { PackageProblem } from '../steps/package/package-problem.ts'
import { keyringProblemMessage } from './privacy.ts'
import { storageProblemMessage } from './storage-problem.ts'
import { tooLongMessage } from './text-limit.ts'
import { type WriteProblem, writeProblemMessage } from './write-problem.ts'

type ExportProblem =
  | StorageProblem
  | { readonly code: 'unit-unknown' | 'no-form' | 'not-finalised' }
  | { readonly code: 'text-too-long'; readonly found: TooLong }
  | { readonly code: 'not-packed'; readonly problem: PackageProblem | null }
  | { readonly code: 'not-signed'; readonly problem: KeyringProblem }
  | { readonly code: 'not-recorded'; readonly saved: SavedFile; readonly problem: WriteProblem }

/** Why no file was made, or why it was not noted, and what to do. */
export function exportProblemMessage(problem: ExportProblem): string {
  switch (problem.code) {
    case 'unit-unknown':
      return '没有找到本单位的资料。请在左上角重新选择单位，再报送。'
    case 'no-form':
      return '这个年度没有对应的官方表式，不能报送。请核对左上角的年度。'
    case 'not-finalised':
      return '汇总报告还没有定稿。请先到“定稿”里定稿，再报送。'
    case 'text-too-long':
      return tooLongMessage(problem.found)
    case 'not-packed':
      return '报告里有写不进报送文件的内容，没有生成文件。请把最近填写的文字改短后再试；仍不行，请联系电脑维护人员。'
    case 'not-signed':
      return `没有生成文件：报送文件要用本机的解锁文件签字，现在签不了。${keyringProblemMessage(problem.problem)}`
    case 'not-recorded':
      return `文件已保存，可以使用：${problem.saved.path}。但是这次报送没有登记：${writeProblemMessage(problem.problem)}`
    default:
      return storageProblemMessage(problem)
  }
}
