import { describe, expect, it } from 'vitest'
import { readTyped } from '../../../../../shared/model/report/read-typed.ts'

const count = { kind: 'count' } as const
const change = { kind: 'change' } as const
const money = { kind: 'money' } as const
const rule = { kind: 'count', mayNotApply: true } as const

describe('readTyped()', () => {
  it.each([
    ['16', 16],
    ['１２３', 123],
    ['67,382', 67382],
    ['67，382', 67382],
    ['67 382', 67382],
    ['67\u00a0382', 67382],
    ['1,234,567', 1234567],
    ['　28　', 28],
    ['007', 7],
    ['+5', 5],
    ['28.00', 28],
    ['0', 0],
    ['-0', 0],
    ['-3', -3],
    ['', null],
    ['   ', null],
  ])('reads %o as the count %o', (text, value) => {
    expect(readTyped(count, text)).toBe(value)
  })

  it.each([
    '20件',
    '约20',
    '6,7382',
    '67,38',
    '1.5',
    '--',
    '—',
    'n/a',
    '1e3',
    '0x10',
    '１２３件',
    '=1+1',
    '99999999999999999999',
  ])('keeps %o as typed in a count', (text) => {
    expect(readTyped(count, text)).toBe(text)
  })

  it.each(['--', '—', '——', '－－', 'n/a', 'N/A', ' -- ', '-'])(
    'reads %o as not applicable where a row may be',
    (text) => {
      expect(readTyped(rule, text)).toBe('n/a')
    },
  )

  it('reads full-width and mathematical minus signs', () => {
    expect([readTyped(change, '－１２'), readTyped(change, '−12'), readTyped(change, '-1,200')]).toEqual([
      -12, -12, -1200,
    ])
  })

  it.each([
    ['12.50', '12.50'],
    ['1,592.0', '1592.0'],
    ['１５９２．５', '1592.5'],
    ['+007.5', '7.5'],
    ['.5', '0.5'],
    ['-0.00', '0.00'],
    ['190.457379', '190.457379'],
    ['0.1234567', '0.1234567'],
    ['12345678901234567890.12', '12345678901234567890.12'],
    ['1592万元', '1592万元'],
    ['1.2.3', '1.2.3'],
    ['', null],
  ])('reads %o as the money %o', (text, value) => {
    expect(readTyped(money, text)).toBe(value)
  })
})
