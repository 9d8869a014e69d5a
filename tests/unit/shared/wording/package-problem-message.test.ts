import { describe, expect, it } from 'vitest'
import { packageProblemMessage } from '../../../../shared/wording/package-problem.ts'
import { packageProblems } from '../../../fixtures/every-problem.ts'

describe('packageProblemMessage()', () => {
  it.each(packageProblems.map((problem) => [problem.code, problem] as const))('%s says what to do', (_, problem) => {
    const message = packageProblemMessage(problem)
    expect(message).toMatch(/请|让对方/)
  })

  it('names the kind, the right form and what differs', () => {
    expect(packageProblemMessage({ code: 'unknown-kind', detail: 'receipt' })).toContain('这是回执')
    expect(packageProblemMessage({ code: 'form-year', detail: '2022', form: '2021' })).toContain('2021年表式')
    expect(packageProblemMessage({ code: 'contradicts-manifest', detail: 'unit' })).toContain('单位不一致')
  })
})
