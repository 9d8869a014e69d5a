import { describe, expect, it } from 'vitest'
import type { Report } from '../../../../../shared/model/report/report.ts'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import { sectionState } from '../../../../../shared/model/report/section-state.ts'
import { check } from '../../../../../shared/steps/check/check.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { readFixture, withCells } from '../../../../fixtures/read-fixture.ts'

const { form, report } = readFixture('huaian-2024')
const blank = emptyReport(form, 2024, report.unit)
const stateOf = (given: Report, section: string) => sectionState(form, given, check(form, given, { forms }), section)

describe('sectionState()', () => {
  it('is empty where nothing stands, although the check warns of it', () => {
    for (const { id } of form.definition.sections) expect([id, stateOf(blank, id)]).toEqual([id, 'empty'])
  })

  it('is filled by one figure, also by 0', () => {
    expect(stateOf(withCells(blank, { 'disclosure.licence.decisions': 0 }), 'disclosure')).toBe('filled')
    expect(stateOf(withCells(blank, { 'disclosure.licence.decisions': 0 }), 'requests')).toBe('empty')
  })

  it('is filled by 全表为0', () => {
    expect(stateOf({ ...blank, statements: ['disputes'] }, 'disputes')).toBe('filled')
  })

  it('is filled by text, not by blanks', () => {
    expect(stateOf({ ...blank, narrative: { overview: '无' } }, 'overview')).toBe('filled')
    expect(stateOf({ ...blank, narrative: { overview: ' \n　' } }, 'overview')).toBe('empty')
  })

  it('shows an error in the table whose cells it names, and only there', () => {
    const wrong = withCells(report, { 'disputes.direct.total': 1 })
    expect(stateOf(wrong, 'disputes')).toBe('error')
    expect(stateOf(wrong, 'requests')).toBe('filled')
  })

  it('shows no error for a warning', () => {
    const findings = check(form, report, { forms, lastYear: { ...report, year: 2023 } })
    expect(findings.some(({ severity, cells }) => severity === 'warning' && cells.length > 0)).toBe(true)
    const warnings = findings.filter(({ severity }) => severity === 'warning')
    for (const { id } of form.tables) expect(sectionState(form, report, warnings, id)).toBe('filled')
  })
})
