import { describe, expect, it } from 'vitest'
import type { Report } from '../../../../../shared/model/report/report.ts'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import { sectionState } from '../../../../../shared/model/report/section-state.ts'
import { checkWhole } from '../../../../../shared/steps/check/check-whole.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { readFixture, withCells } from '../../../../fixtures/read-fixture.ts'

const { form, report } = readFixture('huaian-2024')
const blank = emptyReport(form, 2024, report.unit)
const found = (given: Report, lastYear?: Report) => checkWhole(form, given, { forms, lastYear, layer: 'own' })
const stateOf = (given: Report, section: string) => sectionState(form, given, found(given), section)

describe('sectionState()', () => {
  it('is empty where nothing stands, although the check warns of it', () => {
    for (const { id } of form.definition.sections) expect([id, stateOf(blank, id)]).toEqual([id, 'empty'])
  })

  it('is begun by one figure, also by 0, and filled when none is blank', () => {
    expect(stateOf(withCells(blank, { 'disclosure.licence.decisions': 0 }), 'disclosure')).toBe('begun')
    expect(stateOf(report, 'disclosure')).toBe('filled')
    expect(stateOf(withCells(blank, { 'disclosure.licence.decisions': 0 }), 'requests')).toBe('empty')
  })

  it('is filled by 全表为0', () => {
    expect(stateOf({ ...blank, statements: ['disputes'] }, 'disputes')).toBe('filled')
  })

  it('is filled by text, not by blanks; 无 is a text in 六 only', () => {
    expect(stateOf({ ...blank, narrative: { other: '无' } }, 'other')).toBe('filled')
    expect(stateOf({ ...blank, narrative: { problems: '无' } }, 'problems')).toBe('begun')
    expect(stateOf({ ...blank, narrative: { overview: ' \n　' } }, 'overview')).toBe('empty')
  })

  it('shows an error in the table whose cells it names, and only there', () => {
    const wrong = withCells(report, { 'disputes.direct.total': 1 })
    expect(stateOf(wrong, 'disputes')).toBe('error')
    expect(stateOf(wrong, 'requests')).toBe('filled')
  })

  it('shows no error for a warning', () => {
    const findings = found(report, { ...report, year: 2023 })
    expect(findings.some(({ severity, cells }) => severity === 'warning' && cells.length > 0)).toBe(true)
    const warnings = findings.filter(({ severity }) => severity === 'warning')
    for (const { id } of form.tables) expect(sectionState(form, report, warnings, id)).toBe('filled')
  })
})
