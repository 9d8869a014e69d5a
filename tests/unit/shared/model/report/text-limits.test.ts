import { describe, expect, it } from 'vitest'
import { parseReport, reportToJson } from '../../../../../shared/model/report/report-json.ts'
import { findTooLong, textLimits } from '../../../../../shared/model/report/text-limits.ts'
import { fieldLimitText, tooLongMessage } from '../../../../../shared/wording/text-limit.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { keyOf, readFixture, withCells } from '../../../../fixtures/read-fixture.ts'

const { form, report } = readFixture('xiaochang-2020')
const [table] = form.tables
const cell = keyOf(form, 'requests.granted.person')
const text = (length: number): string => '字'.repeat(length)

describe('findTooLong()', () => {
  it('finds nothing where every field is filled to its limit, and that goes out', () => {
    const full = {
      ...report,
      narrative: { preface: text(textLimits.narrative), overview: text(textLimits.narrative) },
      notes: { [table?.id ?? '']: text(textLimits.note) },
      remarks: { [cell]: text(textLimits.remark) },
      presentation: { ...report.presentation, titles: { overview: text(textLimits.title) } },
    }
    expect(findTooLong(form, full)).toBeNull()
    expect(parseReport(reportToJson(form, full), forms).ok).toBe(true)
  })

  it.each([
    ['前言', { ...report, narrative: { preface: text(200_001) } }, '“前言”的文字有200001个字'],
    ['a note', { ...report, notes: { [table?.id ?? '']: text(200_001) } }, `“${table?.name}”的表注有`],
    ['a remark', { ...report, remarks: { [cell]: text(501) } }, '表三“（一）予以公开”的“自然人”的备注有501个字'],
    [
      'a title',
      { ...report, presentation: { ...report.presentation, titles: { other: text(501) } } },
      '“六、其他需要报告的事项”的标题有501个字',
    ],
    ['a figure', withCells(report, { [cell]: text(200_001) }), '表三“（一）予以公开”的“自然人”里填的内容有'],
    ['a figure of the supplement', { ...report, supplement: { 'question.hours': text(200_001) } }, 'hours里填的内容有'],
    [
      'the sign-off',
      { ...report, presentation: { ...report.presentation, signOff: { unit: text(501), date: '' } } },
      '落款单位有501个字',
    ],
  ])('names %s that nobody would take', (_what, long, sentence) => {
    const found = findTooLong(form, long)
    expect(found === null ? '' : tooLongMessage(found)).toContain(sentence)
  })
})

describe('fieldLimitText()', () => {
  it('says nothing while there is room, then that no more is taken, and how much is too much', () => {
    expect(fieldLimitText(499, 500)).toBeNull()
    expect(fieldLimitText(500, 500)).toContain('最多写500个字，已经写满')
    expect(fieldLimitText(501, 500)).toContain('现在有501个字')
  })
})
