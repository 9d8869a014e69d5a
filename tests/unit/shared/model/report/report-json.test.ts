import { describe, expect, it } from 'vitest'
import {
  emptyReport,
  parseReport,
  parseReportText,
  reportText,
  reportToJson,
} from '../../../../../shared/model/report/report-json.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { fixtureText, formOf, keyOf, readFixture } from '../../../../fixtures/read-fixture.ts'

const minimal = { form: '2021', year: 2023, unit: { code: '420921001000', name: '花园镇' }, cells: {} }

const full = {
  ...minimal,
  cells: { 'requests.granted.person': 16, 'disclosure.fee.amount': '12.5', 'disclosure.rule.issued': 'n/a' },
  supplement: { 'question.training-hours': 40, 'publications.website': 8137 },
  statements: { disputes: 'none' },
  remarks: { 'disclosure.normativeDocument.repealed': '含自然失效29件' },
  notes: { disputes: '注：含上年度结转数量。' },
  presentation: {
    'title.disclosure': '表二的题目',
    blank: '0',
    signOff: { unit: '花园镇人民政府', date: '2024-01-29' },
  },
  narrative: { preface: '前言', overview: '一段\n又一段', problems: '问题', other: '无' },
}

const problemOf = (json: unknown) => {
  const report = parseReport(json, forms)
  return report.ok ? null : report.problem
}

describe('parseReport()', () => {
  it('fills every cell of the form', () => {
    const report = parseReport(minimal, forms)
    expect(report).toEqual({ ok: true, value: emptyReport(formOf('2021'), 2023, minimal.unit) })
    expect(report.ok && Object.keys(report.value.cells)).toHaveLength(200)
  })

  it('keeps what was typed wrong, and blank, zero and n/a apart', () => {
    const form = formOf('2021')
    const cells = {
      'requests.granted.person': '20件',
      'requests.granted.company': null,
      'requests.granted.research': 0,
      'disclosure.rule.issued': 'n/a',
      'requests.granted.legal': -1,
      'requests.granted.total': 16.5,
    }
    const report = parseReport({ ...minimal, cells }, forms)
    if (!report.ok) throw new Error(report.problem.code)
    for (const [key, value] of Object.entries(cells)) expect(report.value.cells[keyOf(form, key)], key).toBe(value)
  })

  it('turns money that came as a number into an exact decimal string', () => {
    const amount = keyOf(formOf('2021'), 'disclosure.fee.amount')
    for (const [given, kept] of [
      [1592, '1592'],
      [190.457379, '190.457379'],
      ['12.50', '12.50'],
      [1e-7, '0.0000001'],
    ]) {
      const report = parseReport({ ...minimal, cells: { [amount]: given } }, forms)
      expect(report.ok && report.value.cells[amount]).toBe(kept)
    }
  })

  it.each([
    [
      'a cell the form does not have',
      { ...minimal, cells: { 'requests.granted.nobody': 1 } },
      'unknown-cell',
      'requests.granted.nobody',
    ],
    [
      'a cell of the other form',
      { ...minimal, cells: { 'disclosure.licence.itemsChange': 1 } },
      'unknown-cell',
      'disclosure.licence.itemsChange',
    ],
    ['a remark at no cell', { ...minimal, remarks: { 'a.b.c': 'x' } }, 'unknown-cell', 'a.b.c'],
    ['a key of every object', { ...minimal, cells: { constructor: 1 } }, 'unknown-cell', 'constructor'],
    ['an unknown form', { ...minimal, form: '2035' }, 'unknown-form', '2035'],
    ['an unknown supplement figure', { ...minimal, supplement: { visitors: 1 } }, 'unknown-supplement', 'visitors'],
    ['a question without an id', { ...minimal, supplement: { 'question.': 1 } }, 'unknown-supplement', 'question.'],
    ['a statement on no table', { ...minimal, statements: { overview: 'none' } }, 'unknown-table', 'overview'],
    ['another statement', { ...minimal, statements: { disputes: 'some' } }, 'bad-shape', 'statements.disputes'],
    [
      'a figure that is a list',
      { ...minimal, cells: { 'requests.granted.person': [1] } },
      'bad-shape',
      'cells.requests.granted.person',
    ],
    [
      'true as a figure',
      { ...minimal, cells: { 'requests.granted.person': true } },
      'bad-shape',
      'cells.requests.granted.person',
    ],
    ['an unknown part', { ...minimal, colour: 'red' }, 'bad-shape', 'colour'],
    [
      'an unknown title',
      { ...minimal, presentation: { 'title.preface': 'x' } },
      'bad-shape',
      'presentation.title.preface',
    ],
    ['another blank', { ...minimal, presentation: { blank: '-' } }, 'bad-shape', 'presentation.blank'],
    ['a report without cells', { form: '2021', year: 2023, unit: minimal.unit }, 'not-a-report', 'cells'],
    ['a year that is a text', { ...minimal, year: '2023' }, 'not-a-report', 'year'],
    ['a list', [], 'not-a-report', ''],
    ['nothing', null, 'not-a-report', ''],
  ])('refuses %s by name', (_what, json, code, detail) => {
    expect(problemOf(json)).toEqual({ code, detail })
  })

  it('takes a unit without a code', () => {
    const report = parseReport({ ...minimal, unit: { name: '花园镇' } }, forms)
    expect(report.ok && report.value.unit).toEqual({ code: '', name: '花园镇' })
  })
})

describe('reportToJson()', () => {
  it('gives back all that the format holds, every cell in the order of the form', () => {
    const report = parseReport(full, forms)
    if (!report.ok) throw new Error(report.problem.code)
    const json = reportToJson(formOf(report.value.form), report.value)
    const { cells, ...rest } = json
    const { cells: given, ...others } = full
    expect(rest).toEqual(others)
    expect(Object.keys(cells)).toEqual([...formOf('2021').cells.keys()])
    expect(Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== null))).toEqual(given)
    expect(Object.keys(json.supplement ?? {})).toEqual(['publications.website', 'question.training-hours'])
  })

  it('leaves out what says nothing', () => {
    const report = parseReport(
      { ...minimal, notes: { disputes: '' }, supplement: { trainings: null }, narrative: {} },
      forms,
    )
    expect(report.ok && Object.keys(reportToJson(formOf(report.value.form), report.value))).toEqual([
      'form',
      'year',
      'unit',
      'cells',
    ])
  })

  it('gives the same bytes whatever the order of the keys was', () => {
    const turned = Object.fromEntries(
      Object.entries(full)
        .reverse()
        .map(([key, value]) => [
          key,
          typeof value === 'object' ? Object.fromEntries(Object.entries(value).reverse()) : value,
        ]),
    )
    const [a, b] = [parseReport(full, forms), parseReport(turned, forms)]
    expect(
      a.ok && b.ok && reportText(formOf(a.value.form), a.value) === reportText(formOf(b.value.form), b.value),
    ).toBe(true)
  })

  it('keeps the figures of the published reports', () => {
    for (const name of ['xiaochang-2020', 'huaian-2024'] as const) {
      const { form, report } = readFixture(name)
      const json = JSON.parse(JSON.stringify(reportToJson(form, report)))
      const given = JSON.parse(fixtureText(name))
      const asText = (cells: object) =>
        Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, `${value}`]))
      expect(asText(json.cells)).toEqual(asText(given.cells))
      expect(json.supplement).toEqual(given.supplement)
    }
  })
})

describe('parseReportText()', () => {
  it('skips a byte order mark and names what is no JSON', () => {
    expect(parseReportText(`\uFEFF${JSON.stringify(full)}`, forms).ok).toBe(true)
    expect(parseReportText('{"form": "2021"', forms)).toEqual({ ok: false, problem: { code: 'not-json' } })
  })
})
