import { describe, expect, it } from 'vitest'
import { isOwnClockInDoubt } from '../../../../../shared/model/package/clock-ahead.ts'
import { clockAheadMessage } from '../../../../../shared/wording/clock-ahead.ts'

const of = (...codes: string[]) => codes.map((code) => ({ unit: { code } }))

describe('a file ahead of our clock', () => {
  it('says the day that stands on it', () => {
    expect(clockAheadMessage('2035-01-03T01:00:00.000Z')).toContain('2035年1月3日09:00')
  })

  it('P17: casts doubt on our own clock where it is of three units, and not of one that sent three', () => {
    expect(isOwnClockInDoubt(of('t1', 't1', 't1', 't2'))).toBe(false)
    expect(isOwnClockInDoubt(of('t1', 't2', 't3'))).toBe(true)
  })
})
