import { describe, expect, it } from 'vitest'
import { entryLine } from '../../../../../renderer/kit/sources/entry-line.ts'
import { type Entry, entryRecordId } from '../../../../../shared/model/entry/entry-record.ts'
import { entryFacts } from '../../../../../shared/steps/derive/entry-facts.ts'
import { nationalHolidays, registers } from '../../../../fixtures/catalogue.ts'
import { formOf } from '../../../../fixtures/read-fixture.ts'
import { entryOf, figureEntry, registerOf, simpleRequest } from '../../../../fixtures/register-entries.ts'

const form = formOf('2021')

const line = (entry: Entry, day: string) => {
  const facts = entryFacts(registerOf(entry.id.register), entry, nationalHolidays)
  return entryLine(registers, form, { id: entryRecordId(entry.id), entry, day, facts })
}

describe('entryLine(registers)', () => {
  it('names an entry by its number, its day and what came of it', () => {
    const granted = simpleRequest('2024-03-01', '2024-03-20')
    expect(line(granted, '2024-03-01')).toEqual({
      name: '依申请公开（未编号）',
      day: '2024年3月1日',
      outcome: '（一）予以公开',
    })
    const open = simpleRequest('2024-03-01', null)
    const numbered = { ...open, fields: { ...open.fields, number: '2024-007' } }
    expect(line(numbered, '2024-03-01')).toMatchObject({ name: '2024-007', outcome: '办理中' })
  })

  it('never shows what a request asks for', () => {
    const request = simpleRequest('2024-03-01', null)
    const asked = { ...request, fields: { ...request.fields, subject: '张三的宅基地档案' } }
    expect(JSON.stringify(line(asked, ''))).not.toContain('张三')
  })

  it('shows figures with their period, cases with their result, documents with their title', () => {
    expect(line(figureEntry('publications.website', '2024-03', '57'), '2024-03')).toEqual({
      name: '网站公开',
      day: '2024年3月',
      outcome: '57',
    })
    expect(line(figureEntry('standardFields', '2024', '26'), '2024').day).toBe('2024年')
    const dispute = entryOf('disputes', { kind: 'review', filed: '2024-03-02', caseNumber: '孝复〔2024〕3号' })
    expect(line(dispute, '2024-03-02')).toMatchObject({ name: '孝复〔2024〕3号', outcome: '尚未审结' })
    const document = entryOf('documents', { title: '管理办法', kind: 'normativeDocument', made: '2024-03-02' })
    expect(line(document, '2024-03-02')).toMatchObject({ name: '管理办法', outcome: '行政规范性文件' })
  })
})
