import { describe, expect, it } from 'vitest'
import { formById } from '../../../../shared/catalogue/catalogue.ts'
import type { Form } from '../../../../shared/catalogue/forms/form.ts'
import type { Report } from '../../../../shared/model/report/report.ts'
import { sampleCounty, sampleReports } from '../../../../shared/sample/sample-county.ts'
import { xiaochang2020 } from '../../../../shared/sample/xiaochang-2020-figures.ts'
import { aggregate } from '../../../../shared/steps/aggregate/aggregate.ts'
import { check } from '../../../../shared/steps/check/check.ts'
import { forms } from '../../../fixtures/catalogue.ts'

const form = formById(forms, '2019') as Form
const published: Readonly<Record<string, number | string>> = xiaochang2020.cells
const reports = sampleReports(forms)
const named = (name: string): Report => {
  const report = [...reports.values()].find(({ unit }) => unit.name === name)
  if (report === undefined) throw new Error(name)
  return report
}

describe('sampleCounty()', () => {
  it('has twenty townships and twelve departments under one county, all marked as a sample', () => {
    const { county, units } = sampleCounty()
    expect(county.code).toBe('420921000000')
    expect(units.filter(({ profile }) => profile.level === 'township')).toHaveLength(20)
    expect(units.filter(({ profile }) => profile.level === 'department')).toHaveLength(12)
    expect([county, ...units].every(({ profile }) => profile.sample)).toBe(true)
    expect(units.every(({ profile }) => profile.parent === county.code)).toBe(true)
    expect(new Set(units.map(({ code }) => code)).size).toBe(32)
    expect(new Set(units.map(({ profile }) => profile.name)).size).toBe(32)
    expect(units[0]).toMatchObject({ code: '420921001000', profile: { name: '花园镇' } })
    expect(units.every(({ code }) => /^\d{12}$|^11420921MB[0-9A-Z]{8}$/.test(code))).toBe(true)
  })
})

describe('sampleReports(forms)', () => {
  it('adds up to all 201 published cells, blank for blank and n/a for n/a', () => {
    const sum = aggregate(form, [...reports.values()], { unit: xiaochang2020.unit, year: 2020 })
    expect(sum.findings).toEqual([])
    const expected = Object.fromEntries([...form.cells.keys()].map((key) => [key, published[key] ?? null]))
    expect(Object.keys(expected)).toHaveLength(201)
    expect(sum.report.cells).toEqual(expected)
  })

  it('adds up to the published figures of the text', () => {
    const sum = aggregate(form, [...reports.values()], { unit: xiaochang2020.unit, year: 2020 })
    expect(sum.report.supplement).toEqual(xiaochang2020.supplement)
  })

  it('has a report for each unit, and none for the county', () => {
    const { county, units } = sampleCounty()
    expect([...reports.keys()]).toEqual(units.map(({ code }) => code))
    expect(reports.has(county.code)).toBe(false)
    for (const { code, profile } of units) expect(reports.get(code)?.unit).toEqual({ code, name: profile.name })
  })

  it.each([...reports.values()].map((report) => [report.unit.name, report] as const))(
    '%s passes the check without a finding',
    (_, report) => {
      expect(check(form, report, { forms })).toEqual([])
    },
  )

  it('leaves blank in each unit what is blank in the county', () => {
    const totals = new Set<string>(form.totals.map(({ key }) => key))
    const blank = [...form.cells.keys()].filter((key) => published[key] === undefined)
    expect(blank.filter((key) => totals.has(key)).length).toBeGreaterThan(0)
    for (const report of reports.values()) {
      for (const key of blank) expect([report.unit.name, key, report.cells[key]]).toEqual([report.unit.name, key, null])
    }
  })

  it('gives each way of receiving exactly the requests that were received', () => {
    for (const { supplement, cells } of reports.values()) {
      const key = form.key('requests.received.total')
      const ways = Number(supplement['received.online']) + Number(supplement['received.letter'])
      expect(ways).toBe(key === null ? null : cells[key])
    }
  })

  it('never has decisions without an item to decide on', () => {
    for (const row of ['licence', 'otherService', 'penalty', 'compulsion']) {
      const [items, decisions] = ['itemsLastYear', 'decisions'].map((column) => form.key(`disclosure.${row}.${column}`))
      for (const { cells, unit } of reports.values()) {
        if (!items || !decisions || cells[decisions] === 0) continue
        expect([unit.name, row, Number(cells[items]) > 0]).toEqual([unit.name, row, true])
      }
    }
  })

  it('has most licences at departments and none twice', () => {
    const licences = form.key('disclosure.licence.decisions')
    const sum = (wanted: boolean): number =>
      [...reports.values()]
        .filter(({ unit }) => unit.name.startsWith('县') === wanted)
        .reduce((all, { cells }) => all + (licences === null ? 0 : Number(cells[licences])), 0)
    expect(sum(true)).toBeGreaterThan(10 * sum(false))
    expect(sum(true) + sum(false)).toBe(67382)
  })

  it('writes money as exact decimal strings', () => {
    const amount = form.key('disclosure.procurement.amount')
    expect(amount === null ? null : named('县教育局').cells[amount]).toBe('386.45')
    expect(amount === null ? null : named('小河镇').cells[amount]).toBe('0')
  })

  it('is the same every time', () => {
    expect([...sampleReports(forms)]).toEqual([...reports])
  })
})
