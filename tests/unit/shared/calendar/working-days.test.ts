import { describe, expect, it } from 'vitest'
import { addDays, isDay } from '../../../../shared/calendar/day-number.ts'
import { readHolidayYear } from '../../../../shared/calendar/holiday-year.ts'
import {
  isWorkingDay,
  workingDayAfter,
  workingDayFrom,
  workingDaysBetween,
  yearsWithoutData,
} from '../../../../shared/calendar/working-days.ts'
import { nationalHolidays } from '../../../fixtures/catalogue.ts'

describe('nationalHolidays', () => {
  it('holds 2019 to 2026, with as many days off and make-up days as were announced', () => {
    expect(
      [...nationalHolidays].map(([year, { holidays, workdays }]) => [year, holidays.length, workdays.length]),
    ).toEqual([
      [2019, 28, 6],
      [2020, 30, 6],
      [2021, 31, 7],
      [2022, 32, 7],
      [2023, 26, 7],
      [2024, 28, 8],
      [2025, 28, 5],
      [2026, 33, 6],
    ])
  })

  it('passes the reading that a ticked year has to pass', () => {
    for (const [year, days] of nationalHolidays) expect(readHolidayYear(year, days)).toEqual({ ok: true, value: days })
  })

  it('writes each day of a span out', () => {
    expect(nationalHolidays.get(2024)?.holidays.slice(0, 9)).toEqual([
      '2024-01-01',
      '2024-02-10',
      '2024-02-11',
      '2024-02-12',
      '2024-02-13',
      '2024-02-14',
      '2024-02-15',
      '2024-02-16',
      '2024-02-17',
    ])
    expect(nationalHolidays.get(2025)?.workdays).toEqual([
      '2025-01-26',
      '2025-02-08',
      '2025-04-27',
      '2025-09-28',
      '2025-10-11',
    ])
  })
})

describe('isWorkingDay()', () => {
  it.each([
    ['2020-01-31', false, 'the Friday by which Spring Festival was prolonged'],
    ['2020-02-01', false, 'a make-up Saturday that was cancelled'],
    ['2020-02-03', true, 'the Monday after'],
    ['2023-01-03', true, 'a Tuesday that one list has wrong'],
    ['2026-10-10', true, 'a make-up Saturday'],
    ['2026-10-11', false, 'a Sunday'],
    ['2022-12-31', false, 'a Saturday of New Year'],
    ['2019-05-05', true, 'a make-up Sunday after the changed Labour Day'],
  ])('%s: %s (%s)', (date, works) => {
    expect(isWorkingDay(date, nationalHolidays)).toBe(works)
  })
})

/** A day that is counted to, and the years without data that the counting ran through. */
const counted = (from: string, count: number) => {
  const date = workingDayAfter(from, count, nationalHolidays)
  return { date, provisional: yearsWithoutData(from, date, nationalHolidays) }
}

describe('workingDayAfter()', () => {
  it.each([
    ['2026-09-21', '2026-10-26'],
    ['2024-09-05', '2024-10-10'],
  ])('puts the 20th working day after %s on %s', (from, date) => {
    expect(counted(from, 20)).toEqual({ date, provisional: [] })
  })

  it('stays where it is for 0 days', () => {
    expect(counted('2026-12-31', 0)).toEqual({ date: '2026-12-31', provisional: [] })
  })

  it('names each year without data that it ran through', () => {
    expect(counted('2026-12-31', 1)).toEqual({ date: '2027-01-01', provisional: [2027] })
    expect(counted('2026-12-30', 1)).toEqual({ date: '2026-12-31', provisional: [] })
    expect(counted('2026-12-30', 270).provisional).toEqual([2027, 2028])
  })
})

describe('workingDaysBetween()', () => {
  it('counts the days after the first up to and including the last', () => {
    expect(workingDaysBetween('2026-09-30', '2026-10-10', nationalHolidays)).toBe(3)
    expect(workingDaysBetween('2026-10-08', '2026-10-08', nationalHolidays)).toBe(0)
    expect(workingDaysBetween('2026-10-09', '2026-10-08', nationalHolidays)).toBe(0)
    // 262 weekdays, 19 of them off, 6 weekend days worked.
    expect(workingDaysBetween('2019-12-31', '2020-12-31', nationalHolidays)).toBe(249)
  })
})

describe('workingDayFrom() and yearsWithoutData()', () => {
  it('goes on to the next working day only from a day off', () => {
    expect(workingDayFrom('2026-10-10', nationalHolidays)).toBe('2026-10-10')
    expect(workingDayFrom('2026-10-01', nationalHolidays)).toBe('2026-10-08')
  })

  it('looks at the days after the first', () => {
    expect(yearsWithoutData('2018-12-31', '2019-01-02', nationalHolidays)).toEqual([])
    expect(yearsWithoutData('2018-12-30', '2019-01-02', nationalHolidays)).toEqual([2018])
  })
})

describe('addDays() and isDay()', () => {
  it('goes over months and leap days, both ways', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31')
  })

  it.each(['2025-02-29', '2025-13-01', '2025-1-1', '9999-99-99', ''])('takes %s for no day', (text) => {
    expect(isDay(text)).toBe(false)
  })
})

describe('readHolidayYear()', () => {
  const read = (holidays: unknown, workdays: unknown = []) => readHolidayYear(2027, { holidays, workdays })

  it('takes a ticked year in any order', () => {
    expect(read(['2027-01-02', '2027-01-01'], ['2027-01-10'])).toEqual({
      ok: true,
      value: { holidays: ['2027-01-01', '2027-01-02'], workdays: ['2027-01-10'] },
    })
  })

  it('C24: takes days of December before and of January after, which stand in the notice of a year', () => {
    // 放假安排 of 2023: 2022年12月31日至2023年1月2日放假.
    const days = { holidays: ['2022-12-31', '2023-01-01', '2023-01-02'], workdays: [] }
    expect(readHolidayYear(2023, days)).toEqual({ ok: true, value: days })
    const calendar = new Map([
      [2022, { holidays: ['2022-10-01'], workdays: ['2022-12-31'] }],
      [2023, days],
    ])
    expect(isWorkingDay('2022-12-31', calendar)).toBe(false)
    expect(isWorkingDay('2022-12-31', new Map([...calendar].reverse()))).toBe(false)
  })

  it.each([
    [read('2027-01-01'), { code: 'bad-shape' }],
    [readHolidayYear(2027, null), { code: 'bad-shape' }],
    [read([]), { code: 'no-holidays' }],
    [read(['2027-02-30']), { code: 'not-a-day', date: '2027-02-30' }],
    [read(['2026-12-31']), { code: 'no-holidays' }],
    [read(['2027-01-01', '2026-11-30']), { code: 'other-year', date: '2026-11-30' }],
    [read(['2027-01-01', '2028-02-01']), { code: 'other-year', date: '2028-02-01' }],
    [read(['2027-01-01'], ['2027-01-01']), { code: 'listed-twice', date: '2027-01-01' }],
    [read(['2027-01-01'], ['2027-01-04']), { code: 'workday-in-week', date: '2027-01-04' }],
  ])('refuses %j', (result, problem) => {
    expect(result).toEqual({ ok: false, problem })
  })
})
