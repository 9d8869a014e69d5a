import { describe, expect, it } from 'vitest'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import { completeTotals } from '../../../../../shared/steps/aggregate/complete-totals.ts'
import { keyOf, readFixture, withCells } from '../../../../fixtures/read-fixture.ts'

const { form, report } = readFixture('xiaochang-2020')
const totals = form.totals.map(({ key }) => key)

describe('completeTotals()', () => {
  it('computes every total of a published report from its parts, and leaves blank what is blank', () => {
    const stripped = withCells(report, Object.fromEntries(totals.map((key) => [key, null])))
    const { cells, computed } = completeTotals(form, stripped.cells)
    expect(cells).toEqual(report.cells)
    expect([...computed].sort()).toEqual(totals.filter((key) => report.cells[key] !== null).sort())
  })

  it('S8: computes nothing over blank parts, and 0 over zeros', () => {
    const empty = emptyReport(form, 2020, report.unit)
    expect(completeTotals(form, empty.cells)).toEqual({ cells: empty.cells, computed: new Set() })
    const zero = completeTotals(form, withCells(empty, { 'disputes.review.upheld': 0 }).cells)
    expect(zero.cells[keyOf(form, 'disputes.review.total')]).toBe(0)
    expect([...zero.computed]).toEqual(['disputes.review.total'])
  })

  it('S9: keeps a total that was typed, also a wrong one', () => {
    const wrong = withCells(report, { 'requests.granted.total': 99 })
    const { cells, computed } = completeTotals(form, wrong.cells)
    expect(cells[keyOf(form, 'requests.granted.total')]).toBe(99)
    expect(computed.size).toBe(0)
  })

  it('S8: leaves a total alone over a part that cannot be read, and every total above it', () => {
    const empty = emptyReport(form, 2020, report.unit)
    const { cells, computed } = completeTotals(
      form,
      withCells(empty, { 'requests.granted.person': '约5', 'requests.granted.company': 2 }).cells,
    )
    expect([...computed]).toEqual(['requests.total.company'])
    expect(cells[keyOf(form, 'requests.granted.total')]).toBeNull()
    expect(cells[keyOf(form, 'requests.total.person')]).toBeNull()
    expect(cells[keyOf(form, 'requests.total.total')]).toBeNull()
  })
})
