import type { Catalogue } from '../../shared/catalogue/catalogue.ts'
import type { Report } from '../../shared/model/report/report.ts'
import { aggregate } from '../../shared/steps/aggregate/aggregate.ts'
import { repeatedUnits } from '../../shared/steps/aggregate/repeated-units.ts'
import { check } from '../../shared/steps/check/check.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { findingMessage } from '../../shared/wording/finding-message.ts'
import type { CliProblem } from './cli-problem.ts'
import { formOf } from './find-form.ts'
import { findingLine } from './finding-line.ts'
import type { Outcome } from './outcome.ts'
import { readReportFile } from './read-report-file.ts'
import { writeOutput, writerFor } from './write-report-file.ts'

/**
 * Adds reports of one form and year and writes the sum. What could not be added, and what does not hold in the sum,
 * goes to stdout as findings; the sum is written all the same, because it shows what the units sent. Two reports that are
 * likely of one unit are not added (exit 1) unless `allowDuplicates` says so.
 */
export async function runAggregate(
  { forms }: Catalogue,
  files: readonly string[],
  ownFile: string | null,
  out: string,
  allowDuplicates: boolean,
): Promise<Result<Outcome, CliProblem>> {
  const writer = writerFor(out)
  if (!writer.ok) return writer
  const reports: { file: string; report: Report }[] = []
  for (const file of ownFile === null ? files : [...files, ownFile]) {
    const read = await readReportFile(file, forms)
    if (!read.ok) return read
    reports.push({ file, report: read.value })
  }
  const [first] = reports
  if (first === undefined) throw new Error('aggregate without a report')
  const { form: formId, year } = first.report
  const stranger = reports.find(({ report }) => report.form !== formId || report.year !== year)
  if (stranger !== undefined) return fail(otherKind(first, stranger))

  const repeated = repeatedNotes(reports)
  if (repeated.length > 0 && !allowDuplicates) return ok({ lines: [], notes: repeated, exit: 1 })

  const form = formOf(forms, first.report)
  const unit = ownFile === null ? { code: '', name: '汇总' } : (reports.at(-1)?.report.unit ?? { code: '', name: '' })
  const { report, findings } = aggregate(
    form,
    reports.map((entry) => entry.report),
    { unit, year },
  )
  const written = await writeOutput(out, writer.value(form, report))
  if (!written.ok) return written
  const sources = findings.map((finding) =>
    findingLine(form, finding, `${finding.unit.name}：${findingMessage(form, report, finding)}这一格没有汇总。`),
  )
  const broken = check(form, report, { forms }).map((finding) =>
    findingLine(form, finding, findingMessage(form, report, finding)),
  )
  return ok({ lines: [...sources, ...broken], notes: repeated, exit: 0 })
}

interface Given {
  readonly file: string
  readonly report: Report
}

function otherKind(first: Given, { file, report }: Given): CliProblem {
  const { form, year } = first.report
  return {
    english: `${file} is of form ${report.form} for ${report.year}, ${first.file} of form ${form} for ${year}: they do not add up`,
    chinese: `${file} 是${report.form}表式、${report.year}年的，${first.file} 是${form}表式、${year}年的，不能加在一起。`,
  }
}

/** A unit given twice may be a mistake, or two halves of one office: a person says which. */
function repeatedNotes(reports: readonly Given[]): string[] {
  return repeatedUnits(reports.map(({ report }) => report)).map(({ first, second, by }) => {
    const [one, other] = [reports[first], reports[second]]
    const unit = other?.report.unit ?? { code: '', name: '' }
    const same = by === 'code' ? `code ${unit.code}` : `name ${unit.name}`
    return `ogi: ${one?.file} and ${other?.file} are of the same unit (${same})\n${unit.name}${by === 'code' ? '' : '（代码不同或没有代码）'}给了两份，加在一起会算两遍。请核对是不是重复；确实是两份的，加上 --allow-duplicates 再汇总。`
  })
}
