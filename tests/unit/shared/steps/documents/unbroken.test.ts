import { describe, expect, it } from 'vitest'
import { unbrokenHtml } from '../../../../../shared/steps/documents/unbroken.ts'

describe('unbrokenHtml()', () => {
  it.each([
    ['登记编号为2025-004。', '登记编号为<span class="unbroken">2025-004</span>。'],
    ['电话0712-4760000', '电话<span class="unbroken">0712-4760000</span>'],
    [
      '（联系人：王芳　联系地址：政府路1号）',
      '<span class="unbroken">（联系人：王芳</span>　<span class="unbroken">联系地址：政府路1号）</span>',
    ],
    ['共35件 <b>', '共35件 &lt;b&gt;'],
    [`https://${'a-'.repeat(30)}a`, `https://${'a-'.repeat(30)}a`],
  ])('keeps the numbers of %s whole', (text, html) => {
    expect(unbrokenHtml(text)).toBe(html)
  })
})
