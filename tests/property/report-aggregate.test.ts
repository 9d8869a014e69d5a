import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellValue, Report } from '../../shared/model/report/report.ts'
import { emptyReport } from '../../shared/model/report/report-json.ts'
import { aggregate } from '../../shared/steps/aggregate/aggregate.ts'
import { check } from '../../shared/steps/check/check.ts'
import { forms } from '../fixtures/catalogue.ts'
import { formOf, readFixture } from '../fixtures/read-fixture.ts'
import { runs } from '../fixtures/runs.ts'

const { form, report } = readFixture('huaian-2024')
const unit = { code: '', name: '汇总' }
const sum = (reports: readonly Report[]) => aggregate(form, reports, { unit, year: 2024 }).report

const cellValue = fc.oneof(fc.nat(100_000), fc.constant(null), fc.constant('n/a'))
const cells = fc.array(cellValue, { minLength: form.cells.size, maxLength: form.cells.size }).map((values) =>
  Object.fromEntries(
    [...form.cells.values()].map(({ key, kind }, i): [string, CellValue] => {
      const value = values[i] ?? null
      return [key, kind === 'money' && typeof value === 'number' ? String(value / 1000) : value]
    }),
  ),
)
const anyOf2024 = fc.record({ code: fc.stringMatching(/^[0-9]{1,3}$/), cells }).map(
  (given): Report => ({
    ...emptyReport(form, 2024, { code: given.code, name: `单位${given.code}` }),
    cells: given.cells,
    supplement: { trainings: given.code.length },
  }),
)
const some = fc.array(anyOf2024, { maxLength: 5 })

describe('aggregate()', () => {
  it('S5: does not depend on the order', () => {
    fc.assert(
      fc.property(
        some.chain((reports) =>
          fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length })),
        ),
        ([reports, shuffled]) => {
          expect(aggregate(form, shuffled, { unit, year: 2024 })).toEqual(
            aggregate(form, reports, { unit, year: 2024 }),
          )
        },
      ),
      { numRuns: runs(40) },
    )
  })

  it('S5: gives the same through a level in between', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(sum([sum(a), sum(b)])).toEqual(sum([...a, ...b]))
      }),
      { numRuns: runs(40) },
    )
  })

  it('S1: adds nothing where nothing was sent', () => {
    fc.assert(
      fc.property(some, (reports) => {
        expect(sum([...reports, emptyReport(form, 2024, unit)])).toEqual(sum(reports))
      }),
      { numRuns: runs(20) },
    )
  })

  it('gives back a published report that was split over townships, with every rule holding', () => {
    const shares = fc.array(fc.nat(1000), { minLength: form.cells.size, maxLength: form.cells.size })
    fc.assert(
      fc.property(shares, (cuts) => {
        const parts = [...form.cells.values()].map(({ key, kind }, i) => {
          const value = report.cells[key] ?? null
          if (kind === 'money') return { key, first: '0.1', second: '96171.5' }
          const whole = typeof value === 'number' ? value : 0
          const first = Math.floor((whole * (cuts[i] ?? 0)) / 1000)
          return { key, first, second: whole - first }
        })
        const of = (part: 'first' | 'second', code: string): Report => ({
          ...emptyReport(form, 2024, { code, name: code }),
          cells: Object.fromEntries(parts.map((entry) => [entry.key, entry[part]])),
        })
        const total = sum([of('first', '1'), of('second', '2')])
        expect(total.cells).toEqual(report.cells)
        expect(check(formOf('2021'), total, { forms })).toEqual([])
      }),
      { numRuns: runs(20) },
    )
  })
})
