import { describe, expect, it } from 'vitest'
import { repeatedUnits } from '../../../../../shared/steps/aggregate/repeated-units.ts'

const of = (...units: [code: string, name: string][]) =>
  repeatedUnits(units.map(([code, name]) => ({ unit: { code, name } }))).map(
    ({ first, second, by }) => `${first} ${second} ${by}`,
  )

describe('S20: repeatedUnits()', () => {
  it('finds one code twice, and one name under another code, without one, or with what nobody sees in it', () => {
    expect(of(['1', '甲镇'], ['2', '乙镇'])).toEqual([])
    expect(of(['1', '甲镇'], ['1', '甲镇（更名）'])).toEqual(['0 1 code'])
    expect(of(['1', '甲镇'], ['2', '甲镇'])).toEqual(['0 1 name'])
    expect(of(['1', '甲镇'], ['', '甲\u200b 镇'])).toEqual(['0 1 name'])
    expect(of(['', '甲镇'], ['', '乙镇'], ['', '乙镇'])).toEqual(['1 2 name'])
  })
})
