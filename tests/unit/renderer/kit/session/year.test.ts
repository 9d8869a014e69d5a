import { describe, expect, it } from 'vitest'
import { defaultYear, reportYears } from '../../../../../renderer/kit/session/year.ts'
import { formForYear } from '../../../../../shared/catalogue/catalogue.ts'
import { forms } from '../../../../fixtures/catalogue.ts'

describe('defaultYear()', () => {
  it('is the year that has just ended while its report is written, else the current one', () => {
    expect(defaultYear('2027-01-01')).toBe(2026)
    expect(defaultYear('2027-03-31')).toBe(2026)
    expect(defaultYear('2027-04-01')).toBe(2027)
    expect(defaultYear('2026-12-31')).toBe(2026)
  })
})

describe('reportYears()', () => {
  it('goes from the current year back to the first of which a report exists', () => {
    expect(reportYears('2022-06-01')).toEqual([2022, 2021, 2020, 2019])
  })

  it('offers no year without a form, and always the one that is meant', () => {
    for (const today of ['2026-01-15', '2026-11-23']) {
      const years = reportYears(today)
      expect(years).toContain(defaultYear(today))
      expect(years.filter((year) => formForYear(forms, year) === null)).toEqual([])
    }
    expect(formForYear(forms, 2018)).toBeNull()
  })
})
