import { describe, expect, it } from 'vitest'
import { receivedOn } from '../../../../../renderer/features/desk/received-on.ts'

describe('receivedOn()', () => {
  it('says the day in Beijing, not the one in London', () => {
    expect(receivedOn('2027-01-19T02:00:00.000Z')).toBe('2027年1月19日')
    expect(receivedOn('2027-01-19T16:00:00.000Z')).toBe('2027年1月20日')
  })

  it('is empty where the clock is not readable', () => {
    expect(receivedOn('')).toBe('')
    expect(receivedOn('yesterday')).toBe('')
  })
})
