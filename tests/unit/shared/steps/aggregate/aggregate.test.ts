import { describe, expect, it } from 'vitest'
import type { CellValue, Report } from '../../../../../shared/model/report/report.ts'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import { aggregate } from '../../../../../shared/steps/aggregate/aggregate.ts'
import { check } from '../../../../../shared/steps/check/check.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { formOf, keyOf, withCells } from '../../../../fixtures/read-fixture.ts'

const form = formOf('2021')
const unit = { code: '420921000000', name: '孝昌县' }
const township = (code: string, cells: Readonly<Record<string, CellValue>>): Report =>
  withCells(emptyReport(form, 2024, { code, name: `${code}镇` }), cells)
const add = (...reports: Report[]) => aggregate(form, reports, { unit, year: 2024 })

describe('aggregate()', () => {
  it.each<[CellValue, CellValue, CellValue]>([
    [null, null, null],
    [null, 0, 0],
    ['n/a', 'n/a', 'n/a'],
    ['n/a', 3, 3],
    ['n/a', null, 'n/a'],
    [16, 12, 28],
  ])('S1: %o + %o = %o', (a, b, sum) => {
    const key = 'disclosure.rule.issued'
    expect(add(township('1', { [key]: a }), township('2', { [key]: b })).report.cells[keyOf(form, key)]).toBe(sum)
  })

  it('S4: adds money without a rounding error', () => {
    const key = 'disclosure.fee.amount'
    const sum = add(...['0.1', '0.2', '190.457379'].map((amount, i) => township(`${i}`, { [key]: amount })))
    expect(sum.report.cells[keyOf(form, key)]).toBe('190.757379')
  })

  it('S3: is no endless number over figures that are, each of them one', () => {
    const key = keyOf(form, 'requests.granted.person')
    const { report, findings } = add(township('1', { [key]: 1e308 }), township('2', { [key]: 1e308 }))
    expect(report.cells[key]).toBeNull()
    expect(findings.map(({ rule, unit }) => [rule, unit?.code])).toEqual([
      ['value', '1'],
      ['value', '2'],
    ])
  })

  it('S3: leaves a sum empty over a figure that cannot be read, and names whose it is', () => {
    const key = keyOf(form, 'requests.granted.person')
    const { report, findings } = add(township('1', { [key]: '20件' }), township('2', { [key]: 5 }))
    expect(report.cells[key]).toBeNull()
    expect(findings).toEqual([
      {
        rule: 'value',
        severity: 'error',
        place: { kind: 'cell', cell: key },
        cells: [key],
        expected: null,
        actual: '20件',
        unit: { code: '1', name: '1镇' },
      },
    ])
  })

  it('S2: adds a wrong total as it was sent, so that the sum shows it', () => {
    const wrong = township('1', { 'disputes.review.upheld': 1, 'disputes.review.total': 2 })
    const { report } = add(wrong, township('2', { 'disputes.review.upheld': 4, 'disputes.review.total': 4 }))
    expect(check(form, report, { forms }).filter(({ severity }) => severity === 'error')).toMatchObject([
      { rule: 'dispute-sum', expected: 5, actual: 6 },
    ])
  })

  it('S6: takes a row with a single source from that unit only', () => {
    const key = keyOf(form, 'disclosure.fee.amount')
    const reports = [township('1', { [key]: '3' }), township('2', { [key]: '4' })]
    const from = (code: string) =>
      aggregate(form, reports, { unit, year: 2024, sources: new Map([[key, code]]) }).report.cells[key]
    expect([from('1'), from('2'), from('3')]).toEqual(['3', '4', null])
  })

  it('S7: adds the supplement, and neither texts nor statements', () => {
    const one = {
      ...township('1', {}),
      supplement: { trainings: 2, 'processingFee.amount': '0.5' },
      statements: ['disputes'],
      narrative: { overview: '甲' },
    }
    const two = { ...township('2', {}), supplement: { trainings: 3, 'question.hours': 4 } }
    const { report } = add(one, two)
    expect(report).toEqual({
      ...emptyReport(form, 2024, unit),
      supplement: { 'processingFee.amount': '0.5', 'question.hours': 4, trainings: 5 },
    })
  })

  it('gives an empty report for no reports, and refuses another year', () => {
    expect(add().report).toEqual(emptyReport(form, 2024, unit))
    expect(() => add({ ...township('1', {}), year: 2023 })).toThrow('2023')
  })
})
