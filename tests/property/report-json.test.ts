import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseReportText, reportText } from '../../shared/model/report/report-json.ts'
import { forms } from '../fixtures/catalogue.ts'
import { formOf } from '../fixtures/read-fixture.ts'
import { anyReport } from '../fixtures/report-arbitrary.ts'

describe('report JSON', () => {
  it('brings every report back, and the same bytes again', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const back = parseReportText(reportText(formOf(report.form), report), forms)
        expect(back).toEqual({ ok: true, value: report })
        expect(back.ok && reportText(formOf(back.value.form), back.value)).toBe(reportText(formOf(report.form), report))
      }),
      { numRuns: 60 },
    )
  })

  it('never throws on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const report = parseReportText(
          JSON.stringify({ form: '2021', year: 2024, unit: { name: '' }, cells: {}, extra: json }),
          forms,
        )
        expect(report.ok).toBe(false)
        parseReportText(JSON.stringify(json), forms)
      }),
    )
  })
})
