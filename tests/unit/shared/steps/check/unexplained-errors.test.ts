import { describe, expect, it } from 'vitest'
import { findingId } from '../../../../../shared/model/report/finding.ts'
import { check } from '../../../../../shared/steps/check/check.ts'
import { unexplainedErrors } from '../../../../../shared/steps/check/unexplained-errors.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { readFixture, withCells } from '../../../../fixtures/read-fixture.ts'

const { form, report } = readFixture('huaian-2024')
/** One wrong figure: its row is the cause, its column folds under it. Another one stands apart. */
const findings = check(form, withCells(report, { 'requests.granted.person': 1290, 'disputes.direct.total': 1 }), {
  forms,
})
const left = (...explained: string[]) =>
  unexplainedErrors(form, findings, new Map(explained.map((id) => [id, '上年报错']))).map(findingId)

const row = 'applicant-sum|cell:requests.granted.total'
const column = 'outcome-sum|cell:requests.total.person'
const dispute = 'dispute-sum|cell:disputes.direct.total'

describe('K18: unexplainedErrors()', () => {
  it('gives every error while nobody has said why, follow-ons too', () => {
    expect(left().toSorted()).toEqual([row, dispute, column].toSorted())
  })

  it('takes a reason at the cause for its follow-ons', () => expect(left(row)).toEqual([dispute]))

  it('takes a reason at a follow-on for that one only', () => expect(left(column).toSorted()).toEqual([row, dispute]))

  it('is empty when every cause has its reason', () => expect(left(row, dispute)).toEqual([]))

  it('passes over warnings', () => {
    const compared = check(form, report, { forms, lastYear: { ...report, year: 2023 } })
    const warnings = compared.filter(({ severity }) => severity === 'warning')
    expect(warnings.length).toBeGreaterThan(0)
    expect(unexplainedErrors(form, warnings, new Map())).toEqual([])
  })
})
