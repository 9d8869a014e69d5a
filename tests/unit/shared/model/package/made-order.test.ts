import { describe, expect, it } from 'vitest'
import { compareMade } from '../../../../../shared/model/package/made-order.ts'

const older = { exported: '2021-01-18T01:00:00.000Z', id: 'ff' }
const newer = { exported: '2021-01-18T01:00:00.001Z', id: '00' }
const twin = { exported: '2021-01-18T01:00:00.001Z', id: '01' }

describe('compareMade()', () => {
  it('orders by the clock of the maker, then by the id', () => {
    expect(compareMade(older, newer)).toBeLessThan(0)
    expect(compareMade(twin, newer)).toBeGreaterThan(0)
    expect(compareMade(newer, { ...newer })).toBe(0)
  })
})
