import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportFromXlsx } from '../../shared/steps/documents/from-xlsx.ts'
import { reportXlsx } from '../../shared/steps/documents/to-xlsx.ts'
import { forms } from '../fixtures/catalogue.ts'
import { formOf } from '../fixtures/read-fixture.ts'
import { anyReport } from '../fixtures/report-arbitrary.ts'
import { runs } from '../fixtures/runs.ts'

describe('report workbook', () => {
  it('brings every report back: blanks as blanks, wrong figures as typed, texts to the character', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        expect(await reportFromXlsx(reportXlsx(formOf(report.form), report), forms)).toEqual({
          ok: true,
          value: report,
        })
      }),
      { numRuns: runs(25) },
    )
  }, 120_000)
})
