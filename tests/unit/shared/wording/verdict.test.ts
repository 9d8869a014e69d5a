import { describe, expect, it } from 'vitest'
import { packageProblemMessage } from '../../../../shared/wording/package-problem.ts'
import { storageProblemMessage } from '../../../../shared/wording/storage-problem.ts'
import { verdictKind, verdictMessage } from '../../../../shared/wording/verdict.ts'
import { submissionOf } from '../../../fixtures/submission-bytes.ts'

const submission = await submissionOf({ code: 't1', name: '花园镇', revision: 2 })

describe('verdictMessage()', () => {
  it('names unit, year and number of what was taken, and what it replaces', () => {
    const accepted = { code: 'accepted', replaces: null, sameNumber: false } as const
    expect(verdictMessage(accepted, submission)).toBe('已接收：花园镇2020年度第2次报送。')
    expect(verdictMessage({ ...accepted, replaces: 1 }, submission)).toBe(
      '已接收：花园镇2020年度第2次报送，替换第1次。',
    )
  })

  it('asks for a call where two files carry one number', () => {
    const [one, twin] = [false, true].map((sameNumber) =>
      verdictMessage({ code: 'older', counted: 3, sameNumber }, submission),
    )
    expect(one).toBe('花园镇2020年度第2次报送已被第3次代替，只留存，汇总不变。')
    expect(twin).toContain('请该单位重新报送一次')
    expect(verdictMessage({ code: 'accepted', replaces: null, sameNumber: true }, submission)).toContain(
      '请电话核对用哪一份',
    )
  })

  it('says which one counts beside one that waits', () => {
    const waiting = { code: 'waiting', counted: 1, sameNumber: false, otherKeys: false } as const
    expect(verdictMessage(waiting, submission)).toMatch(/不是在正在使用的第1次之后编制的.*汇总仍用第1次/)
    expect(verdictMessage({ ...waiting, counted: null }, submission)).toContain('暂未计入汇总')
    const moved = verdictMessage({ ...waiting, otherKeys: true }, submission)
    expect(moved).toMatch(/汇总仍用第1次。换了电脑？请按名单上的号码电话核对/)
  })

  it('names a stranger with its code, so that it can be looked up', () => {
    expect(verdictMessage({ code: 'unit-not-in-tree' }, submission)).toMatch(/^“花园镇”（代码t1）不在/)
    expect(verdictMessage({ code: 'unit-not-in-tree' }, null)).toMatch(/^报送单位不在/)
  })

  it('says which year to change to', () => {
    expect(verdictMessage({ code: 'other-year', year: 2021 }, submission)).toContain('换到2021年度')
  })

  it('passes on why a file was refused or could not be read', () => {
    const problem = { code: 'damaged', detail: 'report.json' } as const
    expect(verdictMessage({ code: 'refused', problem }, null)).toBe(packageProblemMessage(problem))
    const onDisk = { code: 'file-busy', detail: 'EBUSY' } as const
    expect(verdictMessage({ code: 'unreadable', problem: onDisk }, null)).toBe(storageProblemMessage(onDisk))
  })
})

describe('verdictKind()', () => {
  it('tells taken, waiting, kept as history and refused apart', () => {
    expect(verdictKind({ code: 'accepted', replaces: null, sameNumber: false })).toBe('taken')
    expect(verdictKind({ code: 'already-here' })).toBe('taken')
    expect(verdictKind({ code: 'older', counted: 2, sameNumber: false })).toBe('history')
    expect(verdictKind({ code: 'waiting', counted: 2, sameNumber: false, otherKeys: false })).toBe('waiting')
    for (const code of ['unit-not-in-tree', 'practice'] as const) expect(verdictKind({ code })).toBe('refused')
    expect(verdictKind({ code: 'other-year', year: 2021 })).toBe('refused')
    expect(verdictKind({ code: 'refused', problem: { code: 'truncated' } })).toBe('refused')
    expect(verdictKind({ code: 'unreadable', problem: { code: 'io', detail: '' } })).toBe('refused')
  })
})
