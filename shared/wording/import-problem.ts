import { writeProblemMessage } from './write-problem.ts'

type ImportProblem = Parameters<typeof writeProblemMessage>[0] | { readonly code: 'unit-unknown' }

/** Why files could not be taken in, or are not shown yet: `store-behind` comes after the journal has them. */
export function importProblemMessage(problem: ImportProblem): string {
  if (problem.code === 'store-behind') {
    return '文件已经接收，但显示未更新，可能是磁盘已满。请腾出磁盘空间，或者关闭本程序再打开查看。'
  }
  return problem.code === 'unit-unknown'
    ? '请先选择本单位，再打开文件。现在没有任何改动。'
    : `${writeProblemMessage(problem)}文件未接收，原有数据没有变。`
}
