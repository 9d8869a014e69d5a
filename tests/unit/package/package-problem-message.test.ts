import { describe, expect, it } from 'vitest'
import type { PackageProblem } from '../../../shared/package/package-problem.ts'
import { packageProblemMessage } from '../../../shared/wording/package-problem.ts'

const problems: PackageProblem[] = [
  { code: 'not-ogi' },
  { code: 'truncated' },
  { code: 'too-large' },
  { code: 'damaged', detail: 'report.json' },
  { code: 'unsupported-zip' },
  { code: 'unsafe-part', detail: '../x' },
  { code: 'duplicate-part' },
  { code: 'unlisted-part' },
  { code: 'missing-part' },
  { code: 'wrong-size' },
  { code: 'wrong-hash' },
  { code: 'manifest-unreadable' },
  { code: 'newer-format', detail: '2' },
  { code: 'other-kind', detail: 'receipt' },
  { code: 'unknown-form', detail: '2030' },
  { code: 'form-differs', detail: '2019' },
  { code: 'form-year', detail: '2022' },
  { code: 'contradicts-manifest', detail: 'unit' },
  { code: 'report-unreadable', report: { code: 'not-json' } },
  { code: 'basis-unreadable' },
]

describe('packageProblemMessage()', () => {
  it.each(problems.map((problem) => [problem.code, problem] as const))(
    '%s says what to do, in plain words',
    (_, problem) => {
      const message = packageProblemMessage(problem)
      expect(message).toMatch(/请|让对方/)
      expect(message).toMatch(/。$/)
      expect(message).not.toMatch(/包|签名|派生|修订|冲突|勾稽|哈希|undefined/)
    },
  )

  it('names the kind, the right form and what differs', () => {
    expect(packageProblemMessage({ code: 'other-kind', detail: 'receipt' })).toContain('这是回执')
    expect(packageProblemMessage({ code: 'form-year', detail: '2022' })).toContain('2021年表式')
    expect(packageProblemMessage({ code: 'contradicts-manifest', detail: 'unit' })).toContain('单位不一致')
  })
})
