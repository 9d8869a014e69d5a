import { describe, expect, it } from 'vitest'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import { openingStocks } from '../../../../../shared/steps/derive/opening-stocks.ts'
import { formOf, keyOf, readFixture, withCells } from '../../../../fixtures/read-fixture.ts'
import { factsOf, openingEntry } from '../../../../fixtures/register-entries.ts'

const form2019 = formOf('2019')
const form2021 = formOf('2021')
const typed = (...entries: Parameters<typeof openingEntry>[]) =>
  factsOf(entries.map((one) => openingEntry(...one))).get('openings') ?? []

describe('S16: openingStocks()', () => {
  it('takes what was typed for this year, and nothing from other years', () => {
    const stocks = openingStocks(form2021, 2024, typed([2024, 'rule.inForce', '3'], [2023, 'fee.items', '9']), null)
    expect(stocks).toEqual({ openings: { 'rule.inForce': '3' }, differences: [] })
  })

  it("opens from last year's report: items as last year's and their change", () => {
    const last = readFixture('xiaochang-2020')
    const { openings } = openingStocks(form2019, 2021, [], last)
    expect(openings).toMatchObject({ 'licence.items': '729', 'fee.items': '26', 'otherDocument.totalPublic': '76' })
    expect(openings['rule.totalPublic']).toBe('0')
  })

  it('does not know what is in force from a form that did not ask it', () => {
    expect(openingStocks(form2021, 2021, [], readFixture('xiaochang-2020')).openings).toEqual({})
  })

  it('keeps a stock unknown where last year left it blank or unreadable', () => {
    const empty = emptyReport(form2021, 2023, { code: 'x', name: '甲' })
    const report = withCells(empty, { 'disclosure.normativeDocument.inForce': '约5件' })
    expect(openingStocks(form2021, 2024, [], { form: form2021, report }).openings).toEqual({})
  })

  it('knows no stock of which last year left a part blank: a blank is no 0', () => {
    const last = readFixture('xiaochang-2020')
    const report = withCells(last.report, { 'disclosure.licence.itemsChange': null })
    const { openings } = openingStocks(form2019, 2021, [], { form: last.form, report })
    expect(openings).not.toHaveProperty('licence.items')
    expect(openings).toMatchObject({ 'fee.items': '26' })
  })

  it("prefers a recount typed for this year and names the difference to last year's report", () => {
    const { form, report } = readFixture('huaian-2024')
    const stock = 'normativeDocument.inForce'
    const lastYear = String(report.cells[keyOf(form, `disclosure.${stock}`)])
    const { openings, differences } = openingStocks(form, 2025, typed([2025, stock, '1']), { form, report })
    expect(openings[stock]).toBe('1')
    expect(differences).toEqual([{ stock, typed: '1', lastYear }])
  })
})
