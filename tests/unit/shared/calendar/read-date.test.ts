import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseDate } from '../../../../shared/calendar/chinese-date.ts'
import { readDate, readTypedDate } from '../../../../shared/calendar/read-date.ts'

describe('readDate()', () => {
  it.each([
    '2021年1月29日',
    '2021年01月29日',
    '2021-1-29',
    '2021-01-29',
    '2021.1.29',
    '2021/1/29',
    '20210129',
    '２０２１年１月２９日',
    ' 2021 年 1 月 29 日 ',
    '2021．1．29',
  ])('reads %j', (text) => expect(readDate(text)).toBe('2021-01-29'))

  it.each([
    '',
    '明天',
    '2021年',
    '2021年1月',
    '1月29日',
    '2021-1',
    '21-1-29',
    '202101290',
    '2021-1-29-1',
    '2021-01-29T08:00',
  ])('finds no day in %j', (text) => expect(readDate(text)).toBeNull())

  it.each(['2021-4-31', '2021-2-29', '2100-2-29', '2021-13-1', '2021-0-1', '2021-1-0', '20210230', '0020-1-1'])(
    'does not move %s to another day',
    (text) => expect(readDate(text)).toBeNull(),
  )

  it('knows the 29th of February of a leap year', () => {
    expect(readDate('2024年2月29日')).toBe('2024-02-29')
    expect(readDate('2000-2-29')).toBe('2000-02-29')
  })

  it('reads back every day as an official document writes it', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (at) => {
        const day = at.toISOString().slice(0, 10)
        expect(readDate(chineseDate(day))).toBe(day)
        expect(readDate(day.replaceAll('-', ''))).toBe(day)
      }),
    )
  })
})

describe('readTypedDate()', () => {
  const today = '2020-10-08'

  it.each([
    ['今天', '2020-10-08'],
    ['昨天', '2020-10-07'],
    ['前天', '2020-10-06'],
    ['315', '2020-03-15'],
    ['0315', '2020-03-15'],
    ['1008', '2020-10-08'],
    ['3.15', '2020-03-15'],
    ['3-15', '2020-03-15'],
    ['3/15', '2020-03-15'],
    ['3月15日', '2020-03-15'],
    ['３．１５', '2020-03-15'],
    ['2019-3-15', '2019-03-15'],
    ['20190315', '2019-03-15'],
    ['2019年3月15日', '2019-03-15'],
    ['229', '2020-02-29'],
  ])('reads %j', (text, day) => expect(readTypedDate(text, { today })).toBe(day))

  it.each(['', '5', '15', '1332', '230', '0', '3.32', '13.1', '后天', '12345', '2020'])('finds no day in %j', (text) =>
    expect(readTypedDate(text, { today })).toBeNull(),
  )

  it('means the year that is open, else the latest day that has passed', () => {
    const on = { today: '2026-01-15', year: 2025 }
    expect(readTypedDate('310', on)).toBe('2025-03-10')
    expect(readTypedDate('105', on)).toBe('2025-01-05')
    expect(readTypedDate('1201', on)).toBe('2025-12-01')
    expect(readTypedDate('1201', { today: '2025-11-28', year: 2025 })).toBe('2024-12-01')
    expect(readTypedDate('310', { today: '2025-11-28', year: 2026 })).toBe('2025-03-10')
    expect(readTypedDate('2026-3-10', on)).toBe('2026-03-10')
  })

  it('means last December in January, and never a day ahead, unless a day is planned', () => {
    expect(readTypedDate('1228', { today: '2021-01-04' })).toBe('2020-12-28')
    expect(readTypedDate('1.29', { today: '2021-01-04' })).toBe('2020-01-29')
    expect(readTypedDate('1.29', { today: '2021-01-04', year: 2021, mayLieAhead: true })).toBe('2021-01-29')
  })

  it('finds the 29th of February in the year that has one', () => {
    expect(readTypedDate('229', { today: '2021-01-04' })).toBe('2020-02-29')
    expect(readTypedDate('229', { today: '2022-03-04' })).toBeNull()
  })
})
