import { describe, expect, it } from 'vitest'
import { reportFileName, submissionFileName } from '../../../../../shared/steps/package/file-name.ts'

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

  it('fits what Linux allows, and keeps year and number', () => {
    const name = submissionFileName('很长的单位名称'.repeat(30), 2020, 12)
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
    expect(name.endsWith('2020年度报送（第12次）.ogi')).toBe(true)
  })
})

describe('reportFileName()', () => {
  it('is the title with its extension, and never empty', () => {
    expect(reportFileName('花园镇2020年政府信息公开工作年度报告', 'pdf')).toBe(
      '花园镇2020年政府信息公开工作年度报告.pdf',
    )
    expect(reportFileName(' . ', 'pdf')).toBe('报告.pdf')
  })
})
