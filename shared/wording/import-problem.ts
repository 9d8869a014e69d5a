import { writeProblemMessage } from './write-problem.ts'

type ImportProblem = Parameters<typeof writeProblemMessage>[0] | { readonly code: 'unit-unknown' }

/** Why files could not be taken in at all. Nothing was changed then. */
export function importProblemMessage(problem: ImportProblem): string {
  return problem.code === 'unit-unknown'
    ? '先选好本单位，再打开文件。现在什么都没有改动。'
    : `${writeProblemMessage(problem)}文件没有收下，原来的数据没有改动。`
}
