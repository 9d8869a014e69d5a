import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { submissionFileName } from '../../../../shared/model/package/submission-file-name.ts'
import { fileName } from '../../../../shared/values/file-name.ts'

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

describe('submissionFileName()', () => {
  it('names unit, year and 第几次', () => {
    expect(submissionFileName('花园镇', 2020, 1)).toBe('花园镇2020年度报送（第1次）.ogi')
  })

  it('leaves out what Windows does not take, and what cannot be seen', () => {
    expect(submissionFileName(' a/b\\c:d*e?f"g<h>i|j\u0007\u202e\n', 2020, 2)).toBe(
      'abcdefghij2020年度报送（第2次）.ogi',
    )
    expect(submissionFileName('..', 2020, 1)).toBe('2020年度报送（第1次）.ogi')
  })

  it.each(['很长的单位名称', '𠀀𠮷'])('cuts by bytes, and keeps year and number: %s', (name) => {
    const made = submissionFileName(name.repeat(30), 2020, 12)
    expect(bytesOf(made)).toBeLessThanOrEqual(220)
    expect(bytesOf(made)).toBeGreaterThan(212)
    expect(made.endsWith('2020年度报送（第12次）.ogi')).toBe(true)
  })
})

describe('fileName()', () => {
  it('is the stem with its ending, and never empty', () => {
    expect(fileName('花园镇2020年政府信息公开工作年度报告', 'pdf')).toBe('花园镇2020年政府信息公开工作年度报告.pdf')
    expect(fileName(' . ', 'pdf')).toBe('报告.pdf')
  })

  it('is no name of a device', () => {
    expect(fileName('CON', 'xlsx')).toBe('CON_.xlsx')
    expect(fileName('lpt1.2020', 'csv')).toBe('lpt1_.2020.csv')
    expect(fileName('CONTRACT', 'csv')).toBe('CONTRACT.csv')
  })

  it('is taken by every disk and by the shell, whatever the stem', () => {
    const stem = fc.oneof(
      fc.string({ unit: fc.nat(0x10ffff).map((one) => String.fromCodePoint(one)), maxLength: 120 }),
      fc.string({
        unit: fc.constantFrom('.', ' ', '甲', '𠮷', '\u0301', '/', '\ufffe', '\u200d', '\u2028'),
        maxLength: 120,
      }),
    )
    fc.assert(
      fc.property(stem, (text) => {
        const made = fileName(text, 'docx')
        expect(bytesOf(made)).toBeLessThanOrEqual(220)
        expect(made.isWellFormed()).toBe(true)
        expect(made).toMatch(/^[^/\\:*?"<>|\p{Cc}\p{Cf}\s.\p{M}][^/\\:*?"<>|\p{Cc}\p{Cf}]*(?<![\s.])\.docx$/u)
      }),
    )
  })
})
