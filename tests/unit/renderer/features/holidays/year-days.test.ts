import { describe, expect, it } from 'vitest'
import { dayAfterKey, yearMonths } from '../../../../../renderer/features/holidays/year-days.ts'
import { legalHolidays } from '../../../../../shared/catalogue/days/legal-holidays.ts'
import { catalogue, nationalHolidays } from '../../../../fixtures/catalogue.ts'

describe('yearMonths()', () => {
  it('lays a year out by weeks from Monday, every day once', () => {
    const days = nationalHolidays.get(2026)
    if (days === undefined) throw new Error('no 2026')
    const months = yearMonths(2026, days, legalHolidays(2026, catalogue.days.feasts))
    expect(months).toHaveLength(12)
    expect(months.flat(2).filter((day) => day !== null)).toHaveLength(365)
    // 1 January 2026 was a Thursday, 4 January a Sunday on which people worked.
    expect(months[0]?.[0]?.map((day) => day?.kind ?? null)).toEqual([null, null, null, 'off', 'off', 'off', 'worked'])
    expect(months[0]?.[0]?.[3]).toEqual({ date: '2026-01-01', kind: 'off', name: '元旦' })
    expect(months[0]?.[1]?.map((day) => day?.kind)).toEqual([
      ...Array.from({ length: 5 }, () => 'workday'),
      'weekend',
      'weekend',
    ])
    expect(
      yearMonths(2028, days, [])[1]
        ?.flat()
        .filter((day) => day !== null),
    ).toHaveLength(29)
  })
})

describe('dayAfterKey()', () => {
  it.each([
    ['2027-03-31', 'ArrowRight', '2027-04-01'],
    ['2027-03-01', 'ArrowLeft', '2027-02-28'],
    ['2027-03-03', 'ArrowUp', '2027-02-24'],
    ['2027-12-30', 'ArrowDown', '2027-12-31'],
    ['2027-01-01', 'ArrowLeft', '2027-01-01'],
    ['2027-01-31', 'PageDown', '2027-02-28'],
    ['2027-12-15', 'PageDown', '2027-12-31'],
    ['2027-03-31', 'PageUp', '2027-02-28'],
    ['2027-01-15', 'PageUp', '2027-01-01'],
    ['2028-02-10', 'End', '2028-02-29'],
    ['2027-12-05', 'End', '2027-12-31'],
    ['2027-02-10', 'Home', '2027-02-01'],
  ])('leads from %s by %s to %s', (from, key, to) => expect(dayAfterKey(from, key)).toBe(to))

  it('leaves other keys alone', () => expect(dayAfterKey('2027-01-01', ' ')).toBeNull())
})
