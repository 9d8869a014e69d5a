import { describe, expect, it } from 'vitest'
import { formById } from '../../../shared/forms/forms.ts'
import type { Json } from '../../../shared/records/frame.ts'
import type { Groups } from '../../../shared/records/record.ts'
import { workingReport } from '../../../shared/report/read-working-report.ts'

const form = formById('2019')
if (form === null) throw new Error('no form')
const name = { code: 'u', name: '花园镇' }

const groupsOf = (values: Readonly<Record<string, Json>>): Groups =>
  Object.fromEntries(Object.entries(values).map(([group, value]) => [group, { value, stamp: '1', author: '' }]))

const read = (values: Readonly<Record<string, Json>>) =>
  workingReport(form, { unit: 'u', year: 2020, layer: 'own' }, name, groupsOf(values))

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
      'reason:balance||requests.received.person': '统一口径',
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
    expect([...working.reasons]).toEqual([['balance||requests.received.person', '统一口径']])
    expect([...working.adjustments]).toEqual([['requests.received.person', { by: 1, reason: '补报' }]])
  })

  it('leaves groups of another form alone', () => {
    const working = read({ 'cell:disclosure.fee.amount': '12.5', 'supplement:nonsense': 1 })
    expect(Object.values(working.report.cells).every((value) => value === null)).toBe(true)
    expect(working.report.supplement).toEqual({})
  })
})
