import { describe, expect, it } from 'vitest'
import { knownRegister } from '../../../shared/catalogue/catalogue.ts'
import { entryFlaws } from '../../../shared/model/entry/entry-flaws.ts'
import { requestStage } from '../../../shared/model/entry/request.ts'
import { against, isMet, p95, percentile, plain, toText } from '../../bench/figure.ts'
import { madeDocuments, madeEntries } from '../../bench/made-entries.ts'
import { registers } from '../../fixtures/catalogue.ts'

describe('madeEntries()', () => {
  const made = madeEntries(2000)

  it('makes as many as asked for, four fifths of them requests, the same each time', () => {
    expect(made).toHaveLength(2000)
    expect(made.filter(({ register }) => register === 'requests')).toHaveLength(1600)
    expect(new Set(made.map(({ register }) => register)).size).toBe(4)
    expect(madeEntries(2000)).toEqual(made)
  })

  it('makes sound entries, each of its own, with personal data apart', () => {
    expect(new Set(made.map(({ register, entry }) => `${register}|${entry}`)).size).toBe(2000)
    for (const { register, fields, stages = [], personal } of [...made, ...madeDocuments(200)]) {
      const definition = knownRegister(registers, register)
      const typed = Object.fromEntries(
        Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? value : [...value]]),
      )
      expect([register, fields, ...entryFlaws(definition, { fields: typed })]).toEqual([register, fields])
      for (const stage of stages) expect(requestStage.safeParse(stage).success).toBe(true)
      const sealed = definition.fields.filter((field) => field.personal === true).map(({ key }) => key)
      expect(Object.keys(personal ?? {}).every((key) => sealed.includes(key))).toBe(true)
      expect(Object.keys(fields).some((key) => sealed.includes(key))).toBe(false)
    }
  })
})

describe('figures of the benchmark', () => {
  it('takes the nearest measured value', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(p95(values)).toBe(95)
    expect(percentile([3, 1, 2], 0.5)).toBe(2)
    expect(() => p95([])).toThrow('nothing was measured')
  })

  it('holds a goal against the ratio, or the value where there is no floor', () => {
    expect(isMet(plain('a', 49, 'ms', 50))).toBe(true)
    expect(isMet(plain('a', 51, 'ms', 50))).toBe(false)
    expect(isMet(plain('a', 51, 'ms'))).toBe(null)
    const late = against(
      'start',
      [
        { value: 1600, floor: 1000 },
        { value: 2000, floor: 2000 },
        { value: 900, floor: 500 },
      ],
      'ms',
      1.5,
    )
    expect(late).toMatchObject({ value: 1600, floor: 1000, ratio: 1.6 })
    expect(isMet(late)).toBe(false)
    expect(toText(late)).toContain('MISSED')
    expect(toText(plain('a', 1, 'ms'))).not.toMatch(/met|MISSED/)
  })
})
