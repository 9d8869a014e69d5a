import { describe, expect, it } from 'vitest'
import { figureSize } from '../../../../../shared/steps/documents/figure-size.ts'

describe('figureSize()', () => {
  it('sets a longer figure smaller, so that it stays on one line in its column', () => {
    expect(figureSize('28', 30)).toBe(10.5)
    expect(figureSize('12345', 30)).toBeLessThan(10.5)
    expect(figureSize('3985758', 30)).toBe(6)
    expect(figureSize('3985758', 300)).toBe(10.5)
  })

  it('counts a Chinese character as twice a digit', () => {
    expect(figureSize('二十件', 30)).toBeLessThan(figureSize('123', 30))
  })
})
