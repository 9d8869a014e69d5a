import type { Catalogue } from '../../shared/catalogue/catalogue.ts'
import { ok, type Result } from '../../shared/values/result.ts'
import type { CliProblem } from './cli-problem.ts'
import { formOf } from './find-form.ts'
import type { Outcome } from './outcome.ts'
import { readReportFile } from './read-report-file.ts'
import { writeOutput, writerFor } from './write-report-file.ts'

/** Writes a report as the ending of `out` says. */
export async function runExport({ forms }: Catalogue, file: string, out: string): Promise<Result<Outcome, CliProblem>> {
  const writer = writerFor(out)
  if (!writer.ok) return writer
  const report = await readReportFile(file, forms)
  if (!report.ok) return report
  const written = await writeOutput(out, writer.value(formOf(forms, report.value), report.value))
  return written.ok ? ok({ lines: [], exit: 0 }) : written
}
