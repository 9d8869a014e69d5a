import { describe, expect, it } from 'vitest'
import { cellEdits } from '../../../../../shared/actions/figure-changes.ts'
import type { Report } from '../../../../../shared/model/report/report.ts'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import type { DerivedValues } from '../../../../../shared/model/report/working-report.ts'
import { workingReport } from '../../../../../shared/steps/aggregate/read-working-report.ts'
import { carriedCells, carriedFigures, lastReport } from '../../../../../shared/steps/derive/carried-over.ts'
import { openingStocks } from '../../../../../shared/steps/derive/opening-stocks.ts'
import { formOf, keyOf, readFixture, withCells } from '../../../../fixtures/read-fixture.ts'
import { withChanges } from '../../../../fixtures/register-entries.ts'

const form = formOf('2021')
const name = { code: 't1', name: '花园镇' }
const id = { unit: 't1', year: 2025, layer: 'own' } as const
const key = keyOf(form, 'requests.carriedIn.person')
const lastKey = keyOf(form, 'requests.carriedOut.person')
const empty = emptyReport(form, 2024, name)
const lastOf = (report: Report) => {
  const last = lastReport(form, report, null)
  if (last === null) throw new Error('no report')
  return last
}
const counting = (person: number): DerivedValues => ({ cells: new Map([[key, person]]), supplement: {} })
const working = (derived?: DerivedValues) => workingReport(form, id, name, {}, derived)

describe('lastReport()', () => {
  it('is what was sent, else the year as it stands, else nothing', () => {
    const [sent, standing] = [withCells(empty, { [lastKey]: 3 }), withCells(empty, { [lastKey]: 4 })]
    expect(lastReport(form, sent, standing)).toEqual({ form, report: sent, isSubmitted: true })
    expect(lastReport(form, null, standing)).toEqual({ form, report: standing, isSubmitted: false })
    expect(lastReport(form, null, empty)).toBe(null)
    expect(lastReport(null, sent, standing)).toBe(null)
  })

  it('leaves aside what was sent in another form than the year has', () => {
    const other = readFixture('xiaochang-2020').report
    expect(lastReport(form, other, null)).toBe(null)
  })
})

describe('carriedFigures()', () => {
  it('are the cells that the rules make equal to one of last year, of both forms, without totals', () => {
    for (const one of [formOf('2019'), form]) {
      expect(carriedCells(one).map((cell) => [cell.key, cell.from])).toEqual(
        ['person', 'company', 'research', 'welfare', 'legal', 'otherOrganisation'].map((column) => [
          `requests.carriedIn.${column}`,
          `requests.carriedOut.${column}`,
        ]),
      )
    }
  })

  it('differ where the register counts another number than last year’s report hands on', () => {
    const last = lastOf(withCells(empty, { [lastKey]: 3 }))
    expect(carriedFigures(form, working(counting(2)), last)).toEqual([
      { key, lastKey, lastYear: 3, counted: 2, now: 2, differs: true },
    ])
    expect(carriedFigures(form, working(counting(3)), last)[0]?.differs).toBe(false)
  })

  it('say the register’s number also where somebody typed over it', () => {
    const last = lastOf(withCells(empty, { [lastKey]: 3 }))
    const derived = counting(2)
    const groups = withChanges({}, cellEdits(form, id, {}, [{ key, value: 3 }], derived))
    expect(carriedFigures(form, workingReport(form, id, name, groups, derived), last)).toEqual([
      { key, lastKey, lastYear: 3, counted: 2, now: 3, differs: true },
    ])
  })

  it('are not compared where no register is kept, and not listed where last year left them blank', () => {
    const last = lastOf(withCells(empty, { [lastKey]: 3 }))
    expect(carriedFigures(form, working(), last)).toEqual([
      { key, lastKey, lastYear: 3, counted: null, now: null, differs: false },
    ])
    expect(carriedFigures(form, working(counting(2)), lastOf(empty))).toEqual([])
  })
})

describe('the stocks of a later year', () => {
  it('open from what was sent of last year, whatever last year would be now', () => {
    const inForce = keyOf(form, 'disclosure.normativeDocument.inForce')
    const last = lastReport(form, withCells(empty, { [inForce]: 10 }), withCells(empty, { [inForce]: 11 }))
    expect(openingStocks(form, 2025, [], last).openings).toEqual({ 'normativeDocument.inForce': '10' })
  })
})
