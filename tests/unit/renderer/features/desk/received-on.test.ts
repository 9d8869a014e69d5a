import { describe, expect, it } from 'vitest'
import { receivedOn } from '../../../../../renderer/features/desk/received-on.ts'
import { formatHlc } from '../../../../../shared/record/hlc.ts'

const stamp = (time: number): string => formatHlc({ time, counter: 3, run: 'pc1' })

describe('receivedOn()', () => {
  it('says the day in Beijing, not the one in London', () => {
    expect(receivedOn(stamp(Date.UTC(2027, 0, 19, 2)))).toBe('2027年1月19日')
    expect(receivedOn(stamp(Date.UTC(2027, 0, 19, 16)))).toBe('2027年1月20日')
  })

  it('is empty where the clock is not readable', () => {
    expect(receivedOn('')).toBe('')
    expect(receivedOn('yesterday')).toBe('')
  })
})
