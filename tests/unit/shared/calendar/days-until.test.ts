import { describe, expect, it } from 'vitest'
import { daysUntil } from '../../../../shared/calendar/days-until.ts'

describe('daysUntil()', () => {
  it('counts the days to come', () => {
    expect(daysUntil('2027-01-01', '2027-01-31')).toBe(30)
    expect(daysUntil('2026-11-23', '2027-01-31')).toBe(69)
  })

  it('is 0 on the day itself and negative after it', () => {
    expect(daysUntil('2027-01-31', '2027-01-31')).toBe(0)
    expect(daysUntil('2027-02-02', '2027-01-31')).toBe(-2)
  })

  it('counts the 29th of February where there is one', () => {
    expect(daysUntil('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysUntil('2023-02-28', '2023-03-01')).toBe(1)
  })

  it('is not misled by the hour that a summer time took away', () => {
    expect(daysUntil('1991-04-13', '1991-04-15')).toBe(2)
  })
})
