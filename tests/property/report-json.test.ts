import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseReportText, reportText } from '../../shared/model/report/report-json.ts'
import { anyReport } from '../fixtures/report-arbitrary.ts'

describe('report JSON', () => {
  it('brings every report back, and the same bytes again', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const back = parseReportText(reportText(report))
        expect(back).toEqual({ ok: true, value: report })
        expect(back.ok && reportText(back.value)).toBe(reportText(report))
      }),
      { numRuns: 60 },
    )
  })

  it('never throws on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const report = parseReportText(
          JSON.stringify({ form: '2021', year: 2024, unit: { name: '' }, cells: {}, extra: json }),
        )
        expect(report.ok).toBe(false)
        parseReportText(JSON.stringify(json))
      }),
    )
  })
})
