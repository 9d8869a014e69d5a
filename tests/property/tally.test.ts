import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellValue, Report } from '../../shared/model/report/report.ts'
import { emptyReport } from '../../shared/model/report/report-json.ts'
import { aggregate } from '../../shared/steps/aggregate/aggregate.ts'
import { sumOfTally } from '../../shared/steps/aggregate/sum-of-tally.ts'
import { changeTally, emptyTally, type Tally } from '../../shared/steps/aggregate/tally.ts'
import { formOf } from '../fixtures/read-fixture.ts'

const form = formOf('2021')
const keys = [...form.cells.keys()]
const unit = { code: 'c', name: '孝昌县' }

const cents = fc.integer({ min: 0, max: 10 ** 9 }).map((amount) => `${Math.floor(amount / 1e6)}.${amount % 1e6}`)
const value: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -50, max: 5000 }) },
  { weight: 2, arbitrary: cents },
  fc.constantFrom('n/a', '20件', '', null, 0.1, 9_007_199_254_740_991, '0.000001'),
)
const report: fc.Arbitrary<Report> = fc
  .record({
    code: fc.constantFrom('t1', 't2', 't3'),
    cells: fc.array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: 12 }),
    supplement: fc.array(fc.tuple(fc.constantFrom('publications.website', 'question.hours'), value), { maxLength: 2 }),
  })
  .map(({ code, cells, supplement }) => {
    const empty = emptyReport(form, 2024, { code, name: `${code}镇` })
    return {
      ...empty,
      cells: { ...empty.cells, ...Object.fromEntries(cells) },
      supplement: Object.fromEntries(supplement),
    }
  })

/** A unit sends, sends again (in place of what it sent before), or is taken off the list. */
const step = fc.record({ unit: fc.nat({ max: 5 }), sent: fc.option(report, { freq: 4 }) })

describe('a tally', () => {
  it('is what a sum from scratch gives, whatever was added, replaced and taken away, in any order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let tally: Tally = emptyTally
        const standing = new Map<number, Report>()
        for (const { unit: of, sent } of steps) {
          const before = standing.get(of)
          tally = changeTally(form, tally, {
            added: sent === null ? [] : [sent],
            removed: before === undefined ? [] : [before],
          })
          if (sent === null) standing.delete(of)
          else standing.set(of, sent)
          const reports = [...standing.values()]
          expect(tally).toEqual(changeTally(form, emptyTally, { added: reports }))
          expect(sumOfTally(form, tally, 2024, unit)).toEqual(aggregate(form, reports, { unit, year: 2024 }))
        }
        const emptied = changeTally(form, tally, { removed: [...standing.values()] })
        expect(emptied).toEqual(emptyTally)
      }),
      { numRuns: 60 },
    )
  })

  it('is the same after JSON', () => {
    fc.assert(
      fc.property(fc.array(report, { maxLength: 6 }), (reports) => {
        const tally = changeTally(form, emptyTally, { added: reports })
        expect(JSON.parse(JSON.stringify(tally))).toEqual(tally)
      }),
      { numRuns: 20 },
    )
  })
})
