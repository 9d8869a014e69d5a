import { describe, expect, it } from 'vitest'
import { splitByWeights } from '../../../../shared/sample/split-by-weights.ts'

describe('splitByWeights()', () => {
  it('adds up exactly and gives nothing for no weight', () => {
    expect(splitByWeights(10, [1, 1, 1, 0])).toEqual([4, 3, 3, 0])
    expect(splitByWeights(3, [5, 0, 1])).toEqual([3, 0, 0])
    expect(splitByWeights(0, [1, 2])).toEqual([0, 0])
  })

  it('throws where nobody has a weight', () => {
    expect(() => splitByWeights(1, [0, 0])).toThrow()
  })
})
