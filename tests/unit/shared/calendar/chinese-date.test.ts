import { describe, expect, it } from 'vitest'
import { beijingDate, chineseDate } from '../../../../shared/calendar/chinese-date.ts'

describe('beijingDate()', () => {
  it('turns the day at midnight in Beijing, eight hours before UTC', () => {
    expect(beijingDate(Date.UTC(2021, 0, 28, 15, 59, 59, 999))).toBe('2021-01-28')
    expect(beijingDate(Date.UTC(2021, 0, 28, 16))).toBe('2021-01-29')
    expect(beijingDate(Date.UTC(2020, 11, 31, 16))).toBe('2021-01-01')
    expect(beijingDate(Date.UTC(2024, 1, 28, 23))).toBe('2024-02-29')
  })

  it('knows no summer time, not even in the years that had one', () => {
    expect(beijingDate(Date.UTC(1988, 6, 1, 15, 30))).toBe('1988-07-01')
  })
})

describe('chineseDate()', () => {
  it('writes a date as official documents do, without leading zeros', () => {
    expect(chineseDate('2021-01-29')).toBe('2021年1月29日')
    expect(chineseDate('2020-12-05')).toBe('2020年12月5日')
  })

  it('leaves what is no date as it was typed', () => {
    expect(chineseDate('20201月1日')).toBe('20201月1日')
    expect(chineseDate('')).toBe('')
  })
})
