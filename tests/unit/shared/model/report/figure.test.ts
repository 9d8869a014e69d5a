import { describe, expect, it } from 'vitest'
import { amountOf, formatFigure, readFigure, valueFlaw } from '../../../../../shared/model/report/figure.ts'

const count = { kind: 'count' } as const
const change = { kind: 'change' } as const
const money = { kind: 'money' } as const
const rule = { kind: 'count', mayNotApply: true } as const

describe('readFigure()', () => {
  it('tells empty, zero, not applicable and unreadable apart', () => {
    expect([null, 0, 'n/a', '20件'].map((value) => readFigure(count, value).kind)).toEqual([
      'empty',
      'count',
      'notApplicable',
      'unreadable',
    ])
  })

  it('does not take a text for a count, nor an endless number for money', () => {
    expect(readFigure(count, '16').kind).toBe('unreadable')
    expect(readFigure(money, '9'.repeat(1000)).kind).toBe('unreadable')
    expect(readFigure(money, '1e400').kind).toBe('unreadable')
    for (const value of [1e308, -(2 ** 53), Number.POSITIVE_INFINITY, Number.NaN]) {
      for (const spec of [count, change, money]) expect(readFigure(spec, value).kind).toBe('unreadable')
    }
    expect(readFigure(count, 2 ** 53 - 1).kind).toBe('count')
  })
})

describe('amountOf()', () => {
  it('adds money exactly', () => {
    expect(
      amountOf(money, '0.1')
        ?.plus(amountOf(money, '0.2') ?? 0)
        .toFixed(),
    ).toBe('0.3')
    expect(amountOf(money, '12万')).toBeNull()
    expect(amountOf(rule, 'n/a')?.toFixed()).toBe('0')
  })
})

describe('K1: valueFlaw()', () => {
  it.each([
    [count, 0, null],
    [count, null, null],
    [count, -1, 'negative'],
    [count, 1.5, 'fraction'],
    [count, 2 ** 60, 'too-large'],
    [change, -1e308, 'too-large'],
    [money, 1e308, 'too-large'],
    [count, '20件', 'unreadable'],
    [count, 'n/a', 'not-applicable'],
    [rule, 'n/a', null],
    [change, -12, null],
    [change, 0.5, 'fraction'],
    [money, '190.457379', null],
    [money, '190.4573791', 'decimals'],
    [money, '1.0000000', null],
    [money, '-1', 'negative'],
    [money, '1592万元', 'unreadable'],
    [money, 'n/a', 'not-applicable'],
  ] as const)('%o %o: %s', (spec, value, flaw) => {
    expect(valueFlaw(spec, value)).toBe(flaw)
  })
})

describe('formatFigure()', () => {
  it('prints without separators, n/a as -- and blank as the unit chose', () => {
    expect([67382, '12.50', 'n/a', '20件', null].map((value) => formatFigure(value))).toEqual([
      '67382',
      '12.50',
      '--',
      '20件',
      '',
    ])
    expect(formatFigure(null, '/')).toBe('/')
    expect(formatFigure(0, '/')).toBe('0')
  })
})
