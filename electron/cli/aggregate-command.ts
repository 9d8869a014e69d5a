import type { Catalogue } from '../../shared/catalogue/catalogue.ts'
import type { Report } from '../../shared/model/report/report.ts'
import { aggregate } from '../../shared/steps/aggregate/aggregate.ts'
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
 * goes to stdout as findings; the sum is written all the same, because it shows what the units sent.
 */
export async function runAggregate(
  { forms }: Catalogue,
  files: readonly string[],
  ownFile: string | null,
  out: string,
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
  return ok({ lines: [...sources, ...broken], notes: repeatedUnits(reports), exit: 0 })
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

/** A unit given twice may be a mistake, or two halves of one office: said, and added as asked. */
function repeatedUnits(reports: readonly Given[]): string[] {
  const seen = new Map<string, string>()
  return reports.flatMap(({ file, report: { unit } }) => {
    const id = unit.code === '' ? unit.name : unit.code
    const before = seen.get(id)
    seen.set(id, file)
    if (before === undefined) return []
    return [
      `ogi: ${before} and ${file} are of the same unit ${id}\n${unit.name}给了两份，两份都加进去了。请核对是不是重复。`,
    ]
  })
}
