import { describe, expect, it } from 'vitest'
import { sharpScale } from '../../../../../renderer/kit/print/sharp-scale.ts'

describe('sharpScale()', () => {
  it.each([
    [1, 2],
    [1.25, 2.5],
    [1.5, 3],
    [2, 2],
    [3, 3],
  ])('draws at %d device pixels to a pixel %d as fine', (ratio, scale) => {
    expect(sharpScale(1, ratio)).toBe(scale)
  })
})
