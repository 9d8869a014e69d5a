import { describe, expect, it } from 'vitest'
import { recoverySheetHtml } from '../../../../../shared/steps/documents/recovery-sheet.ts'

describe('recoverySheetHtml()', () => {
  it('shows the code, whose it is and from when, with nothing of it in the page’s title', () => {
    const html = recoverySheetHtml({
      unit: '花园镇<人民政府>',
      code: '2345-6789-ABCD-EFGH-JKLM-NPQR',
      keyring: '7KQM-2XPA',
      made: '2026-11-23',
    })
    expect(html.match(/2345-6789-ABCD-EFGH-JKLM-NPQR/g)).toHaveLength(1)
    expect(html).toContain('花园镇&lt;人民政府&gt;')
    expect(html).toContain('7KQM-2XPA')
    expect(html).toContain('2026年11月23日')
    expect(html).toContain('<title>申请人信息恢复码</title>')
    expect(html).not.toContain('<script')
  })
})
