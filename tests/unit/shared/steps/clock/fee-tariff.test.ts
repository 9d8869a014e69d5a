import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FeeBasis, feeFor, MAX_FEE_COUNT } from '../../../../../shared/steps/clock/fee-tariff.ts'

const amount = (basis: FeeBasis, count: number): number | undefined => feeFor(basis, count)?.amount

describe('C20: feeFor()', () => {
  it.each([
    [0, 0],
    [10, 0],
    [11, 100],
    [30, 2000],
    [31, 2200],
    [35, 3000],
    [40, 4000],
    [41, 4300],
    [50, 7000],
    [51, 7400],
  ])('asks for %i items %i yuan', (count, yuan) => {
    expect(amount('items', count)).toBe(yuan)
  })

  it.each([
    [30, 0],
    [31, 10],
    [100, 700],
    [101, 720],
    [200, 2700],
    [201, 2740],
    [250, 4700],
  ])('asks for %i pages %i yuan', (count, yuan) => {
    expect(amount('pages', count)).toBe(yuan)
  })

  it('shows the parts that the amount is made of', () => {
    expect(feeFor('items', 35)?.steps).toEqual([
      { from: 1, to: 10, rate: 0, amount: 0 },
      { from: 11, to: 30, rate: 100, amount: 2000 },
      { from: 31, to: 35, rate: 200, amount: 1000 },
    ])
    expect(feeFor('pages', 0)?.steps).toEqual([])
  })

  it.each([-1, 1.5, Number.NaN, MAX_FEE_COUNT + 1])('refuses %d', (count) => {
    expect(feeFor('items', count)).toBeNull()
    expect(feeFor('pages', count)).toBeNull()
  })

  const bases = fc.constantFrom<FeeBasis>('items', 'pages')

  it('never asks less for more, and for one more never less than for the one before', () => {
    fc.assert(
      fc.property(bases, fc.integer({ min: 2, max: 5000 }), (basis, count) => {
        const [before = 0, at = 0, after = 0] = [count - 1, count, count + 1].map((one) => amount(basis, one))
        expect(at - before).toBeGreaterThanOrEqual(0)
        expect(after - at).toBeGreaterThanOrEqual(at - before)
      }),
    )
  })

  it('covers 1 to the number without a gap, and the parts add up', () => {
    fc.assert(
      fc.property(bases, fc.integer({ min: 1, max: MAX_FEE_COUNT }), (basis, count) => {
        const fee = feeFor(basis, count)
        const steps = fee?.steps ?? []
        expect(steps[0]?.from).toBe(1)
        expect(steps.at(-1)?.to).toBe(count)
        for (const [index, { from }] of steps.entries()) {
          if (index > 0) expect(from).toBe((steps[index - 1]?.to ?? 0) + 1)
        }
        expect(steps.reduce((sum, step) => sum + step.amount, 0)).toBe(fee?.amount)
      }),
    )
  })
})
