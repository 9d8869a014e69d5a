import { Big } from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../../../shared/catalogue/forms/form.ts'
import { adjustment } from '../../../../../shared/model/report/report-record.ts'
import { addToAdjustment, adjustBy } from '../../../../../shared/steps/aggregate/adjust.ts'
import { formOf, keyOf } from '../../../../fixtures/read-fixture.ts'

const form = formOf('2021')
const cell = (key: string): Cell => {
  const found = form.cells.get(keyOf(form, key))
  if (found === undefined) throw new Error(key)
  return found
}
const count = cell('requests.granted.person')
const money = cell('disclosure.fee.amount')
const by = (amount: number | string) => ({ by: amount, reason: '重复登记' })

describe('adjustBy()', () => {
  it('is what lies between the sum and the wanted figure', () => {
    expect(adjustBy(count, 16, 14, null)).toBe(-2)
    expect(adjustBy(count, null, 3, null)).toBe(3)
  })

  it('keeps the adjustment that the shown figure already holds', () => {
    expect(adjustBy(count, 14, 15, by(-2))).toBe(-1)
    expect(adjustBy(count, 14, 16, by(-2))).toBe(0)
  })

  it('adds money exactly, as a decimal text', () => {
    expect(adjustBy(money, '0.1', '0.3', null)).toBe('0.2')
    expect(adjustBy(money, '190.457379', '190.457380', by('-0.000001'))).toBe('0')
    expect(adjustBy(money, '0.0000001', '0', null)).toBe('-0.0000001')
  })

  it('says nothing where either is no figure, or none is wanted', () => {
    expect(adjustBy(count, '20件', 20, null)).toBeNull()
    expect(adjustBy(count, 20, '20件', null)).toBeNull()
    expect(adjustBy(money, '1592', '约5', null)).toBeNull()
    expect(adjustBy(count, 20, null, null)).toBeNull()
  })
})

describe('addToAdjustment()', () => {
  it('makes one of two', () => {
    expect(addToAdjustment(count, null, 3)).toBe(3)
    expect(addToAdjustment(count, by(-2), 3)).toBe(1)
    expect(addToAdjustment(money, by('0.1'), '0.2')).toBe('0.3')
    expect(addToAdjustment(money, by(1), '-1')).toBe('0')
  })

  it('comes back to nothing when an amount is taken out again, and stays storable on the way', () => {
    const amount = fc.integer({ min: -999_999_999, max: 999_999_999 })
    fc.assert(
      fc.property(amount, amount, (first, second) => {
        const [a, b] = [first, second].map((n) => new Big(n).div(1_000_000).toFixed())
        if (a === undefined || b === undefined) throw new Error('two amounts')
        const sum = addToAdjustment(money, by(a), b)
        expect(adjustment.safeParse(by(sum)).success).toBe(true)
        expect(addToAdjustment(money, by(sum), new Big(b).times(-1).toFixed())).toBe(a)
      }),
    )
  })
})
