import type { Catalogue } from '../../shared/catalogue/catalogue.ts'
import type { Report } from '../../shared/model/report/report.ts'
import { check } from '../../shared/steps/check/check.ts'
import { formedReport } from '../../shared/steps/check/formed-report.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { findingMessage } from '../../shared/wording/finding-message.ts'
import type { CliProblem } from './cli-problem.ts'
import { formOf } from './find-form.ts'
import { findingLine } from './finding-line.ts'
import type { Outcome } from './outcome.ts'
import { readReportFile } from './read-report-file.ts'

/** Findings as JSON lines; exit 1 where one of them is an error. */
export async function runCheck(
  { forms }: Catalogue,
  file: string,
  lastFile: string | null,
): Promise<Result<Outcome, CliProblem>> {
  const read = await readReportFile(file, forms)
  if (!read.ok) return read
  const report = read.value
  const last = lastFile === null ? null : await readReportFile(lastFile, forms)
  if (last !== null && !last.ok) return last
  const mismatch = last === null ? null : compare(report, last.value)
  if (mismatch !== null) return fail(mismatch)
  const lastYear = last?.value
  const form = formOf(forms, report)
  const findings = check(form, report, { forms, lastYear })
  const beside = formedReport(forms, lastYear)
  const lines = findings.map((finding) => findingLine(form, finding, findingMessage(form, report, finding, beside)))
  return ok({ lines, exit: findings.some(({ severity }) => severity === 'error') ? 1 : 0 })
}

/** Why the other report is not this unit's report of the year before, or null where it is. */
function compare(report: Report, last: Report): CliProblem | null {
  const haveCodes = report.unit.code !== '' && last.unit.code !== ''
  const isSame = haveCodes ? report.unit.code === last.unit.code : report.unit.name.trim() === last.unit.name.trim()
  if (!isSame) {
    const [ours, theirs] = haveCodes ? [report.unit.code, last.unit.code] : [report.unit.name, last.unit.name]
    return {
      english: `--last is of another unit: ${theirs}, not ${ours}`,
      chinese: `--last 给的是别的单位（${last.unit.name}）的年报，不是${report.unit.name}的。`,
    }
  }
  if (last.year === report.year - 1) return null
  return {
    english: `--last is for ${last.year}, not for ${report.year - 1}`,
    chinese: `--last 给的是${last.year}年的年报，应当是${report.year - 1}年的。`,
  }
}
