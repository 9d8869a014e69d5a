import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../shared/values/json.ts'
import { conflictPlace, conflictValue, conflictWriter } from '../../../../shared/wording/conflict.ts'
import { catalogue } from '../../../fixtures/catalogue.ts'

const report = (group: string) => conflictPlace(catalogue, { entity: 'report', record: 't1|2026|own', group }, '')

describe('conflictPlace()', () => {
  it.each([
    ['cell:requests.granted.person', /^2026年表三“.*予以公开.*”的“自然人”$/],
    ['remark:requests.granted.person', /的备注$/],
    ['adjust:requests.granted.person', /的调整$/],
    ['statement:requests', /^2026年表三“本年没有”$/],
    ['note:requests', /^2026年表三的说明$/],
    ['narrative:preface', /^2026年年度报告的正文$/],
    ['signOff', /^2026年年度报告的落款$/],
    ['other:of a newer program', /^2026年年度报告的文字$/],
  ])('names a place of the report: %s', (group, words) => {
    expect(report(group)).toMatch(words)
  })

  it.each([
    ['number', '依申请公开“2026-001”的编号、来源平台编号'],
    ['personal', '依申请公开“2026-001”的申请人等信息'],
    ['stage:01', '依申请公开“2026-001”的一个办理环节'],
    ['bin', '依申请公开“2026-001”是否在回收站'],
  ])('names an entry and what of it: %s', (group, words) => {
    expect(conflictPlace(catalogue, { entity: 'entry', record: 't1|requests|e1', group }, '2026-001')).toBe(words)
  })
})

describe('conflictValue()', () => {
  it('says what was written, and never what is sealed', () => {
    const values: readonly Json[] = [null, 16, 'n/a', '', true, { number: '1' }, ['a'], { keyId: 'k', data: 'x' }]
    expect(values.map(conflictValue)).toEqual([
      '（已删除）',
      '16',
      '--',
      '',
      '是',
      '1',
      '（1项）',
      '（申请人等信息，此处不显示）',
    ])
  })
})

describe('conflictWriter()', () => {
  it('says who, when, and whether on another PC', () => {
    const stamp = '1795435200000-00ff-run1'
    expect(conflictWriter({ author: '王芳', stamp, device: 'a' }, 'a')).toBe('王芳，2026年11月23日20:00')
    expect(conflictWriter({ author: '', stamp, device: 'b' }, 'a')).toBe('未填填报人，2026年11月23日20:00，另一台电脑')
  })
})
