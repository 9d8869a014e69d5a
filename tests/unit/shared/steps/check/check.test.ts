import { describe, expect, it } from 'vitest'
import { placeId, sectionOf } from '../../../../../shared/model/report/place.ts'
import type { Report } from '../../../../../shared/model/report/report.ts'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import { aggregate } from '../../../../../shared/steps/aggregate/aggregate.ts'
import { changeTally, emptyTally } from '../../../../../shared/steps/aggregate/tally.ts'
import { check } from '../../../../../shared/steps/check/check.ts'
import { checkChildrenSum } from '../../../../../shared/steps/check/check-children-sum.ts'
import { findingMessage } from '../../../../../shared/wording/finding-message.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { keyOf, readFixture, withCells } from '../../../../fixtures/read-fixture.ts'

const { form, report } = readFixture('huaian-2024')
const old = readFixture('xiaochang-2020')

const found = (findings: ReturnType<typeof check>, rule: string) => findings.filter((finding) => finding.rule === rule)

describe('check(), every report', () => {
  it('K1, K16: names figures that their cell cannot hold, and skips the equations over what cannot be read', () => {
    const wrong = withCells(report, {
      'requests.granted.person': '1288件',
      'disclosure.fee.amount': '12.1234567',
      'disclosure.normativeDocument.issued': 'n/a',
      'disclosure.rule.issued': 'n/a',
    })
    expect(check(form, { ...wrong, supplement: { trainings: -1, 'question.hours': 3 } }, { forms })).toEqual([
      {
        rule: 'value',
        severity: 'error',
        place: { kind: 'cell', cell: 'disclosure.normativeDocument.issued' },
        cells: ['disclosure.normativeDocument.issued'],
        expected: null,
        actual: 'n/a',
      },
      {
        rule: 'value',
        severity: 'error',
        place: { kind: 'cell', cell: 'disclosure.fee.amount' },
        cells: ['disclosure.fee.amount'],
        expected: null,
        actual: '12.1234567',
      },
      {
        rule: 'value',
        severity: 'error',
        place: { kind: 'cell', cell: 'requests.granted.person' },
        cells: ['requests.granted.person'],
        expected: null,
        actual: '1288件',
      },
      {
        rule: 'value',
        severity: 'error',
        place: { kind: 'supplement', figure: 'trainings' },
        cells: [],
        expected: null,
        actual: -1,
      },
    ])
  })

  it('K3: finds two columns wrong by one each way, though the total holds', () => {
    const swapped = withCells(report, { 'requests.received.person': 3002, 'requests.received.company': 52 })
    const cells = (column: string) => ({
      place: { kind: 'cell', cell: `requests.received.${column}` },
      cells: ['received', 'carriedIn', 'total', 'carriedOut'].map((row) => `requests.${row}.${column}`),
    })
    expect(check(form, swapped, { forms })).toEqual([
      { rule: 'balance', severity: 'error', ...cells('person'), expected: 3036, actual: 3035 },
      { rule: 'balance', severity: 'error', ...cells('company'), expected: 52, actual: 53 },
    ])
  })

  it('K15: finds a blank total over zeros, but not over blanks', () => {
    const zero = withCells(report, { 'requests.notProcessed.publication.total': null })
    expect(check(form, zero, { forms })).toMatchObject([{ rule: 'applicant-sum', expected: 0, actual: null }])
    const blank = withCells(emptyReport(form, 2024, report.unit), { 'disputes.review.upheld': null })
    expect(found(check(form, blank, { forms }), 'dispute-sum')).toEqual([])
  })

  it('K2: finds the form of another year', () => {
    expect(check(old.form, { ...old.report, year: 2022 }, { forms })).toEqual([
      { rule: 'form-year', severity: 'error', place: { kind: 'report' }, cells: [], expected: '2021', actual: '2019' },
    ])
    expect(found(check(form, { ...report, year: 2020 }, { forms }), 'form-year')).toMatchObject([
      { expected: '2019', actual: '2021' },
    ])
  })

  it('K7: finds more published than public in all', () => {
    const wrong = withCells(old.report, { 'disclosure.otherDocument.totalPublic': 75 })
    expect(check(old.form, wrong, { forms })).toEqual([
      {
        rule: 'published-within-total',
        severity: 'error',
        place: { kind: 'cell', cell: 'disclosure.otherDocument.totalPublic' },
        cells: ['disclosure.otherDocument.totalPublic', 'disclosure.otherDocument.published'],
        expected: 75,
        actual: 76,
      },
    ])
  })

  it('K8: finds a table without a figure, unless it was said to be empty on purpose', () => {
    const empty = withCells(emptyReport(form, 2024, report.unit), { 'disclosure.rule.issued': 'n/a' })
    const sections = (given: Report) =>
      found(check(form, given, { forms }), 'empty-table').map(({ place }) => sectionOf(form, place))
    expect(sections(empty)).toEqual(['disclosure', 'requests', 'disputes'])
    expect(sections({ ...empty, statements: ['disputes'] })).toEqual(['disclosure', 'requests'])
    expect(sections(withCells(empty, { 'disputes.review.total': 0 }))).toEqual(['disclosure', 'requests'])
  })
})

describe('check(), with last year', () => {
  it('K9: compares what was carried over, also across the two forms', () => {
    const lastYear = withCells(old.report, { 'requests.carriedOut.person': 5, 'requests.carriedOut.total': 5 })
    const now = withCells(emptyReport(form, 2021, report.unit), {
      'requests.carriedIn.person': 4,
      'requests.carriedIn.total': 4,
    })
    expect(
      check(form, now, { forms, lastYear }).filter(({ severity, rule }) => severity === 'error' && rule === 'carry'),
    ).toEqual([
      {
        rule: 'carry',
        severity: 'error',
        place: { kind: 'cell', cell: 'requests.carriedIn.person' },
        cells: ['requests.carriedIn.person'],
        expected: 5,
        actual: 4,
      },
      {
        rule: 'carry',
        severity: 'error',
        place: { kind: 'cell', cell: 'requests.carriedIn.total' },
        cells: ['requests.carriedIn.total'],
        expected: 5,
        actual: 4,
      },
    ])
  })

  it('skips rules over cells that last year’s form did not have', () => {
    const now = withCells(report, { 'disclosure.rule.inForce': 500 })
    expect(found(check(form, { ...now, year: 2021 }, { forms, lastYear: old.report }), 'in-force')).toEqual([])
  })

  it('K10: follows documents in force from year to year', () => {
    const lastYear = withCells(
      { ...report, year: 2023 },
      { 'disclosure.normativeDocument.inForce': 84, 'disclosure.rule.inForce': 11 },
    )
    expect(found(check(form, report, { forms, lastYear }), 'in-force')).toEqual([
      {
        rule: 'in-force',
        severity: 'warning',
        place: { kind: 'cell', cell: 'disclosure.rule.inForce' },
        cells: ['disclosure.rule.inForce', 'disclosure.rule.issued', 'disclosure.rule.repealed'],
        expected: 12,
        actual: 11,
      },
    ])
  })

  it('K19: reckons nothing from a blank or n/a of last year, and says so in one line of each rule', () => {
    const cells = { 'requests.carriedOut.person': null, 'disclosure.rule.inForce': 'n/a' }
    const lastYear = withCells({ ...report, year: 2023 }, cells)
    const blank = check(form, report, { forms, lastYear }).filter(
      ({ rule, expected }) => expected === null && rule !== 'same-as-last-year',
    )
    expect(blank.map(({ rule, severity, place }) => [rule, severity, placeId(place)])).toEqual([
      ['carry', 'warning', placeId({ kind: 'cell', cell: keyOf(form, 'requests.carriedIn.person') })],
      ['in-force', 'warning', placeId({ kind: 'cell', cell: keyOf(form, 'disclosure.rule.inForce') })],
    ])
    for (const finding of blank) {
      expect(findingMessage(form, report, finding, { form, report: lastYear })).toContain('没有可比的数')
    }
  })

  it('K11: follows the items of the 2019 form', () => {
    const lastYear = withCells(
      { ...old.report, year: 2019 },
      { 'disclosure.licence.itemsLastYear': 600, 'disclosure.licence.itemsChange': 50 },
    )
    const items = found(check(old.form, old.report, { forms, lastYear }), 'items-carry')
    expect(items[0]).toEqual({
      rule: 'items-carry',
      severity: 'warning',
      place: { kind: 'cell', cell: 'disclosure.licence.itemsLastYear' },
      cells: ['disclosure.licence.itemsLastYear'],
      expected: 650,
      actual: 653,
    })
  })

  it('K12: compares no blank, takes 0 to 10 for a jump and 5 to 14 for none', () => {
    const cells = (values: (number | null)[]) =>
      withCells(
        report,
        Object.fromEntries(
          ['upheld', 'corrected', 'other', 'pending'].map((key, i) => [`disputes.review.${key}`, values[i] ?? null]),
        ),
      )
    const lastYear = { ...cells([0, 5, null, 10]), year: 2023 }
    const now = cells([10, 14, 178, 30])
    const jumps = found(check(form, now, { forms, lastYear }), 'outlier')
    expect(jumps.map(({ cells: [key], expected, actual }) => [key, expected, actual])).toEqual([
      ['disputes.review.upheld', 0, 10],
      ['disputes.review.pending', 10, 30],
    ])
    expect(found(check(form, cells([10, 14, 178, 29]), { forms, lastYear }), 'outlier')).toHaveLength(1)
  })

  it('leaves 本年增/减 out of the comparison and takes money in', () => {
    const lastYear = withCells(
      { ...old.report, year: 2019 },
      { 'disclosure.licence.itemsChange': 1, 'disclosure.procurement.amount': '15920' },
    )
    const jumps = found(check(old.form, old.report, { forms, lastYear }), 'outlier')
    expect(jumps).toEqual([
      {
        rule: 'outlier',
        severity: 'warning',
        place: { kind: 'cell', cell: 'disclosure.procurement.amount' },
        cells: ['disclosure.procurement.amount'],
        expected: '15920',
        actual: '1592',
      },
    ])
  })

  it('K13: finds tables that repeat last year’s figures, but not tables of zeros', () => {
    const lastYear = { ...report, year: 2023 }
    const sections = (now: Report, last: Report) =>
      found(check(form, now, { forms, lastYear: last }), 'same-as-last-year').map(({ place }) => sectionOf(form, place))
    expect(sections(report, lastYear)).toEqual(['disclosure', 'requests', 'disputes'])
    expect(sections(withCells(report, { 'disputes.review.upheld': 71 }), lastYear)).toEqual(['disclosure', 'requests'])
    const zeros = withCells(emptyReport(form, 2024, report.unit), { 'disputes.review.total': 0 })
    expect(sections(zeros, { ...zeros, year: 2023 })).toEqual([])
  })

  it('K13: finds a text that hardly differs, whatever its figures and line breaks', () => {
    const text =
      '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜'
    const narrative = (overview: string) => ({ narrative: { overview, preface: text, other: '无' } })
    const lastYear = { ...report, year: 2023, ...narrative(`2023年，${text}共12件`) }
    const sections = (overview: string) =>
      found(check(form, { ...report, ...narrative(overview) }, { forms, lastYear }), 'same-as-last-year').map(
        ({ place }) => sectionOf(form, place),
      )
    expect(sections(`２０２４年，${text}\n共 35 件`)).toContain('overview')
    expect(sections(`2024年，${text}共35件`)).not.toContain('preface')
    expect(sections(`2024年，${text.slice(0, 40)}今年另写了一大段与往年完全不同的内容。`)).not.toContain('overview')
    expect(sections(`2024年，${[...text].reverse().join('')}`)).not.toContain('overview')
  })
})

describe('checkChildrenSum()', () => {
  const children = [old.report, withCells(old.report, { 'disclosure.procurement.amount': '0.05' })]
  const { report: total } = aggregate(old.form, children, { unit: old.report.unit, year: 2020 })
  const none = { sent: changeTally(old.form, emptyTally, { added: children }), own: null, adjustments: new Map() }

  it('holds for a sum, and for a sum with an adjustment', () => {
    expect(checkChildrenSum(old.form, total, none)).toEqual([])
    const key = keyOf(old.form, 'disclosure.procurement.amount')
    const adjusted = withCells(total, { [key]: '1600' })
    const adjustments = new Map([[key, { by: '7.95', reason: '漏报' }]])
    expect(checkChildrenSum(old.form, adjusted, { ...none, adjustments })).toEqual([])
    expect(checkChildrenSum(old.form, adjusted, none)).toEqual([
      {
        rule: 'children-sum',
        severity: 'error',
        place: { kind: 'cell', cell: key },
        cells: [key],
        expected: '1592.05',
        actual: '1600',
      },
    ])
  })

  it('finds a unit that is missing from the sum', () => {
    const broken = checkChildrenSum(old.form, total, { ...none, own: old.report })
    expect(broken.length).toBeGreaterThan(30)
  })
})
