import { describe, expect, it } from 'vitest'
import { heldText, xlsxText } from '../../../../shared/values/held-text.ts'

describe('heldText()', () => {
  it('keeps what XML holds, rare characters and line breaks too', () => {
    const text = 'a\tb\nc\r\n𠮷\u{e0100}\u200b\u0085é\ufffd'
    expect(heldText(text)).toBe(text)
  })

  it('leaves out every code point that no document holds', () => {
    const parts = [0x00, 0x08, 0x0e, 0x1f, 0x7f, 0xd800, 0xdfff, 0xfdd0, 0xfdef, 0xfffe, 0xffff, 0x1fffe, 0x10ffff]
    expect(heldText(parts.map((part) => `甲${String.fromCodePoint(part)}乙`).join(''))).toBe(
      '甲乙'.repeat(parts.length),
    )
  })

  it('makes a line break of what Word breaks a line or a page with', () => {
    expect(heldText('12\v34\f56')).toBe('12\n34\n56')
  })
})

describe('xlsxText()', () => {
  it('escapes what would be read as an escape, also after something was left out', () => {
    expect(xlsxText('_x000D_ _\ufffex000D_')).toBe('_x005F_x000D_ _x005F_x000D_')
  })
})
