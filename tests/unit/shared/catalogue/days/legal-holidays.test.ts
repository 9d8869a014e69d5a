import { describe, expect, it } from 'vitest'
import { legalHolidays } from '../../../../../shared/catalogue/days/legal-holidays.ts'
import { catalogue, nationalHolidays } from '../../../../fixtures/catalogue.ts'

describe('legalHolidays(catalogue.days.feasts)', () => {
  it.each([...nationalHolidays.keys()])('names days of %i that the notice of the year has off', (year) => {
    const off = nationalHolidays.get(year)?.holidays ?? []
    const legal = legalHolidays(year, catalogue.days.feasts).map(({ date }) => date)
    expect(legal.filter((date) => !off.includes(date))).toEqual([])
    expect(new Set(legal).size).toBe(legal.length)
  })

  it('has thirteen from 2025 on, with 春节 2027 on the right side of midnight', () => {
    expect(legalHolidays(2027, catalogue.days.feasts).map(({ date, name }) => `${date.slice(5)} ${name}`)).toEqual([
      '01-01 元旦',
      '02-05 除夕',
      '02-06 春节',
      '02-07 春节',
      '02-08 春节',
      '04-05 清明节',
      '05-01 劳动节',
      '05-02 劳动节',
      '06-09 端午节',
      '09-15 中秋节',
      '10-01 国庆节',
      '10-02 国庆节',
      '10-03 国庆节',
    ])
  })

  it('proposes the days with a date of their own for a year that nobody put down', () => {
    expect(legalHolidays(2051, catalogue.days.feasts).map(({ name }) => name)).toEqual([
      '元旦',
      '劳动节',
      '劳动节',
      '国庆节',
      '国庆节',
      '国庆节',
    ])
  })
})
