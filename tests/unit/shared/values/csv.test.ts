import { describe, expect, it } from 'vitest'
import { asTyped, csvText, withoutFormula } from '../../../../shared/values/csv.ts'

describe('withoutFormula()', () => {
  it.each([...'=+-@＝＋－＠﹦﹢﹣﹫\t\n', '\u0000=', '\ufffe＝', "'="])(
    'guards a text that begins with %j',
    (start) => {
      const guarded = withoutFormula(`${start}1`)
      expect(guarded).toMatch(/^'/)
      expect(asTyped(guarded)).toBe(`${start.replace('\u0000', '').replace('\ufffe', '')}1`)
    },
  )

  it.each(['', '甲=1', '1-1', "'甲"])('leaves %j as it is', (text) => {
    expect(withoutFormula(text)).toBe(text)
    expect(asTyped(text)).toBe(text)
  })
})

describe('csvText()', () => {
  it('quotes every separator that a program may part columns by', () => {
    expect(csvText([['a;=1', 'a\tb', 'a，b', 'a"b', ' a', '甲']])).toBe('\uFEFF"a;=1","a\tb","a，b","a""b"," a",甲\r\n')
  })
})
