import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../../shared/model/report/report.ts'
import type { DerivedValues } from '../../../../../shared/model/report/working-report.ts'
import type { Groups } from '../../../../../shared/record/groups.ts'
import { workingReport } from '../../../../../shared/steps/aggregate/read-working-report.ts'
import type { Json } from '../../../../../shared/values/json.ts'
import { formOf, keyOf } from '../../../../fixtures/read-fixture.ts'

const form = formOf('2019')
const name = { code: 'u', name: '花园镇' }

const groupsOf = (values: Readonly<Record<string, Json>>): Groups =>
  Object.fromEntries(
    Object.entries(values).map(([group, value]) => [group, { value, stamp: '1', author: '', device: '' }]),
  )

const read = (values: Readonly<Record<string, Json>>, derived?: DerivedValues) =>
  workingReport(form, { unit: 'u', year: 2020, layer: 'own' }, name, groupsOf(values), derived)

const derivedOf = (cells: Readonly<Record<string, CellValue>>, supplement = {}): DerivedValues => ({
  cells: new Map(Object.entries(cells).map(([key, value]) => [keyOf(form, key), value])),
  supplement,
})

const cellOf = (working: ReturnType<typeof read>, text: string) => {
  const key = form.key(text)
  if (key === null) throw new Error(text)
  return [working.report.cells[key], working.origin.get(key)]
}

describe('workingReport()', () => {
  it('has every cell of the form, empty where nothing was typed', () => {
    const working = read({})
    expect(Object.values(working.report.cells)).toHaveLength(form.cells.size)
    expect(Object.values(working.report.cells).every((value) => value === null)).toBe(true)
    expect(working.origin.size).toBe(0)
  })

  it('computes totals and tells them from what was typed', () => {
    const working = read({ 'cell:requests.received.person': 28, 'cell:requests.received.company': 2 })
    expect(cellOf(working, 'requests.received.total')).toEqual([30, 'computed'])
    expect(cellOf(working, 'requests.received.person')).toEqual([28, 'typed'])
  })

  it('keeps a typed total, also a wrong one', () => {
    const working = read({ 'cell:requests.received.person': 28, 'cell:requests.received.total': 29 })
    expect(cellOf(working, 'requests.received.total')).toEqual([29, 'typed'])
  })

  it('reads texts, settings, reasons and adjustments', () => {
    const working = read({
      'statement:disputes': 'none',
      'statement:requests': null,
      'remark:disclosure.normativeDocument.made': '含自然失效29件',
      'note:disputes': '注：含上年度结转。',
      'title:overview': '总体',
      blank: '0',
      signOff: { unit: '花园镇人民政府', date: '2021-01-29' },
      'narrative:preface': '根据条例……',
      'supplement:publications.website': 8137,
      'reason:balance|cell:requests.received.person': '统一口径',
      'adjust:requests.received.person': { by: 1, reason: '补报' },
    })
    expect(working.report).toMatchObject({
      form: '2019',
      year: 2020,
      unit: name,
      statements: ['disputes'],
      remarks: { 'disclosure.normativeDocument.made': '含自然失效29件' },
      notes: { disputes: '注：含上年度结转。' },
      presentation: {
        titles: { overview: '总体' },
        blank: '0',
        signOff: { unit: '花园镇人民政府', date: '2021-01-29' },
      },
      narrative: { preface: '根据条例……' },
      supplement: { 'publications.website': 8137 },
    })
    expect([...working.reasons]).toEqual([['balance|cell:requests.received.person', '统一口径']])
    expect([...working.adjustments]).toEqual([['requests.received.person', { by: 1, reason: '补报' }]])
  })

  it('leaves groups of another form alone', () => {
    const working = read({ 'cell:disclosure.fee.amount': '12.5', 'supplement:nonsense': 1 })
    expect(Object.values(working.report.cells).every((value) => value === null)).toBe(true)
    expect(working.report.supplement).toEqual({})
  })

  it('shows what the registers give, with the totals over it, and what was typed where they give nothing', () => {
    const derived = derivedOf({ 'requests.received.person': 3, 'requests.received.company': 0 })
    const working = read({ 'cell:requests.received.legal': 4 }, derived)
    expect(cellOf(working, 'requests.received.person')).toEqual([3, 'derived'])
    expect(cellOf(working, 'requests.received.company')).toEqual([0, 'derived'])
    expect(cellOf(working, 'requests.received.legal')).toEqual([4, 'typed'])
    expect(cellOf(working, 'requests.received.total')).toEqual([7, 'computed'])
    expect(cellOf(working, 'requests.received.research')).toEqual([null, undefined])
  })

  it('S15: lets a typed figure win over a derived one, readable or not, with its reason', () => {
    const derived = derivedOf({ 'requests.received.person': 3, 'requests.received.company': 1 })
    const working = read(
      {
        'cell:requests.received.person': 5,
        'override:requests.received.person': '平台另有2件',
        'cell:requests.received.company': '1件',
      },
      derived,
    )
    expect(cellOf(working, 'requests.received.person')).toEqual([5, 'adjusted'])
    expect(cellOf(working, 'requests.received.company')).toEqual(['1件', 'adjusted'])
    expect(working.overrides?.get('requests.received.person')).toBe('平台另有2件')
    expect(working.derived).toBe(derived)
  })

  it('S15: takes a typed figure that says the same for the derived one', () => {
    const derived = derivedOf({
      'requests.received.person': 3,
      'disclosure.procurement.amount': '12.5',
      'disclosure.rule.made': 0,
    })
    const working = read(
      {
        'cell:requests.received.person': 3,
        'cell:disclosure.procurement.amount': '12.50',
        'cell:disclosure.rule.made': 'n/a',
      },
      derived,
    )
    expect(cellOf(working, 'requests.received.person')).toEqual([3, 'derived'])
    expect(cellOf(working, 'disclosure.procurement.amount')).toEqual(['12.5', 'derived'])
    expect(cellOf(working, 'disclosure.rule.made')).toEqual(['n/a', 'adjusted'])
  })

  it('takes derived figures of the supplement, typed ones before them', () => {
    const derived = derivedOf({}, { 'publications.website': 8137, 'received.online': 27 })
    const { supplement } = read({ 'supplement:received.online': 28 }, derived).report
    expect(supplement).toEqual({ 'publications.website': 8137, 'received.online': 28 })
  })

  it('no longer says 本年没有 of a table in which an entry counts', () => {
    const said = { 'statement:disputes': 'none' }
    expect(read(said, derivedOf({ 'disputes.review.upheld': 0 })).report.statements).toEqual(['disputes'])
    expect(read(said, derivedOf({ 'disputes.review.upheld': 1 })).report.statements).toEqual([])
  })
})
