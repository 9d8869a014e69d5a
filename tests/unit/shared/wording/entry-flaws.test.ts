import { describe, expect, it } from 'vitest'
import { entryFlaws } from '../../../../shared/model/entry/entry-flaws.ts'
import type { FieldValue } from '../../../../shared/model/entry/entry-record.ts'
import { entryFlawsLines, entryFlawsText } from '../../../../shared/wording/entry-flaws.ts'
import { registerOf } from '../../../fixtures/register-entries.ts'

const said = (id: string, fields: Record<string, FieldValue>) => {
  const register = registerOf(id)
  const flaws = entryFlaws(register, { fields })
  return [entryFlawsText(register, { fields }, flaws), entryFlawsLines(register, flaws)]
}

describe('what an entry lacks', () => {
  it('is said with the labels of its fields, in their order', () => {
    expect(said('requests', { applicant: 'person' })).toEqual([
      '缺：来件日期、申请方式',
      '来件日期：未填，填好后才计入年报。\n申请方式：未填，填好后才计入年报。',
    ])
    expect(said('requests', { arrived: '2025-02-30', way: 'fax' })[0]).toBe('缺：申请人类别；要改：来件日期')
  })

  it('of two that go together, is the one that is empty', () => {
    expect(said('disputes', { kind: 'review', filed: '2025-03-01', result: 'upheld' })[0]).toBe('缺：审结日期')
    expect(said('disputes', { kind: 'review', filed: '2025-03-01', concluded: '2025-05-01' })[0]).toBe('缺：结果')
  })

  it('is what an import could not read, by the names of its columns', () => {
    const fields = { arrived: '2025-03-01', way: 'fax', applicant: 'person', unsettled: '答复日期、办理结果' }
    expect(said('requests', fields)).toEqual([
      '导入时没对上：答复日期、办理结果',
      '导入时没对上的项目：请照原表补填好，再按“已处理好”；处理好以前整条不计入年报。',
    ])
  })

  it('is nothing where all is filled in', () => {
    expect(said('disputes', { kind: 'review', filed: '2025-03-01' })).toEqual(['', ''])
  })
})
