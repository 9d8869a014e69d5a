import { describe, expect, it } from 'vitest'
import type { CellValue, Report } from '../../../../../shared/model/report/report.ts'
import { completeTotals } from '../../../../../shared/steps/aggregate/complete-totals.ts'
import { foldFindings } from '../../../../../shared/steps/check/causes.ts'
import { check } from '../../../../../shared/steps/check/check.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { keyOf, readFixture, withCells } from '../../../../fixtures/read-fixture.ts'

const { form, report } = readFixture('huaian-2024')

const fold = (given: Report, lastYear?: Report) =>
  foldFindings(form, check(form, given, { forms, lastYear })).map(({ cause, followOns }) => [
    `${cause.rule} ${cause.cells[0]}`,
    ...followOns.map(({ rule, cells }) => `${rule} ${cells[0]}`),
  ])

/** As the screen has it: totals are not typed, they follow from their parts. */
const computed = (cells: Readonly<Record<string, CellValue>>): Report => {
  const totals = Object.fromEntries(form.totals.map(({ key }) => [key, null]))
  const typed = withCells(report, { ...totals, ...cells })
  return { ...typed, cells: completeTotals(form, typed.cells).cells }
}

describe('K17: foldFindings()', () => {
  it('shows the row of a wrong figure and folds the column', () => {
    expect(fold(withCells(report, { 'requests.granted.person': 1290 }))).toEqual([
      ['applicant-sum requests.granted.total', 'outcome-sum requests.total.person'],
    ])
  })

  it('folds row, column and balance of a wrong total into one', () => {
    expect(fold(withCells(report, { 'requests.total.person': 2900 }))).toEqual([
      ['applicant-sum requests.total.total', 'outcome-sum requests.total.person', 'balance requests.received.person'],
    ])
  })

  it('folds what follows through computed totals', () => {
    expect(fold(computed({ 'requests.granted.person': 1290 }))).toEqual([
      ['balance requests.received.person', 'balance requests.received.total'],
    ])
  })

  it('shows what was carried over first, and folds the rest of it', () => {
    const lastYear = withCells(
      { ...computed({}), year: 2023 },
      { 'requests.carriedOut.person': 34, 'requests.carriedOut.total': 34 },
    )
    const [first] = fold(computed({ 'requests.carriedIn.person': 43 }), lastYear)
    expect(first).toEqual([
      'carry requests.carriedIn.person',
      'carry requests.carriedIn.total',
      'balance requests.received.person',
      'balance requests.received.total',
    ])
  })

  it('keeps two mistakes apart, also where their rows and columns cross', () => {
    const causes = fold(
      withCells(report, { 'requests.granted.person': 1290, 'requests.notProcessed.petition.company': 9 }),
    )
    expect(causes).toEqual([
      ['applicant-sum requests.granted.total', 'outcome-sum requests.total.person'],
      ['applicant-sum requests.notProcessed.petition.total', 'outcome-sum requests.total.company'],
    ])
  })

  it('puts an impossible value before the equations that it breaks', () => {
    expect(fold(withCells(report, { 'requests.granted.research': -1 }))).toEqual([
      [
        'value requests.granted.research',
        'applicant-sum requests.granted.total',
        'outcome-sum requests.total.research',
      ],
    ])
  })

  it.each(['2件', '28.5', '1e5'])('folds under %j in a part everything that its totals leave open', (unreadable) => {
    expect(fold(computed({ 'requests.granted.company': unreadable }))).toEqual([
      [
        'value requests.granted.company',
        'applicant-sum requests.total.total',
        'outcome-sum requests.total.total',
        'balance requests.received.company',
        'balance requests.received.total',
      ],
    ])
  })

  it('keeps what an unreadable figure has no part in as causes of their own', () => {
    const causes = fold(
      computed({ 'requests.granted.company': '2件', 'requests.granted.person': 1290, 'requests.received.legal': 77 }),
    )
    expect(causes.map(([cause]) => cause)).toEqual([
      'value requests.granted.company',
      'balance requests.received.person',
      'balance requests.received.legal',
    ])
  })

  it('keeps two unreadable figures apart, and each finding under one of them', () => {
    const causes = fold(
      computed({ 'requests.granted.company': '2件', 'requests.granted.person': '约5', 'disputes.direct.upheld': 'x' }),
    )
    expect(causes.map(([cause]) => cause)).toEqual([
      'value requests.granted.person',
      'value requests.granted.company',
      'value disputes.direct.upheld',
    ])
    expect(causes[0]).toContain('balance requests.received.person')
    expect(causes[1]).toContain('balance requests.received.company')
    expect(causes[2]).toHaveLength(1)
  })

  it('leaves a wrong total above a misplaced n/a a cause of its own: n/a adds nothing, it is no riddle', () => {
    expect(report.cells[keyOf(form, 'requests.granted.research')]).toBe(0)
    const causes = fold(withCells(report, { 'requests.granted.research': 'n/a', 'requests.total.total': 5000 }))
    expect(causes.map(([cause]) => cause)).toEqual([
      'value requests.granted.research',
      'applicant-sum requests.total.total',
    ])
    expect(causes[0]).toHaveLength(1)
  })

  it('loses and doubles no finding', () => {
    const messy = withCells(report, {
      'requests.granted.person': 1,
      'requests.total.total': null,
      'requests.carriedIn.legal': 4,
      'disputes.direct.upheld': 'x',
      'disputes.review.total': 0,
    })
    const findings = check(form, messy, { forms, lastYear: { ...report, year: 2023 } })
    const folded = foldFindings(form, findings).flatMap(({ cause, followOns }) => [cause, ...followOns])
    expect(new Set(folded)).toEqual(new Set(findings))
    expect(folded).toHaveLength(findings.length)
  })
})
