import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Form } from '../../shared/catalogue/forms/form.ts'
import type { Report } from '../../shared/model/report/report.ts'
import { parseReportText } from '../../shared/model/report/report-json.ts'
import { reportFromXlsx } from '../../shared/steps/documents/from-xlsx.ts'
import { suiteOgi1 } from '../../shared/steps/package/envelope/suite-ogi-1.ts'
import type { PackageReading } from '../../shared/steps/package/kinds/kind.ts'
import { openPackage } from '../../shared/steps/package/open-package.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { packageProblemMessage } from '../../shared/wording/package-problem.ts'
import { reportProblemText } from '../../shared/wording/report-problem.ts'
import { xlsxProblemText } from '../../shared/wording/xlsx-problem.ts'
import type { CliProblem } from './cli-problem.ts'

/** No report is near this size; a file that large was chosen by mistake. */
const MAX_BYTES = 64 * 1024 * 1024

/** The bytes of a file, unless there is none or it is absurdly large. */
export async function readInput(file: string): Promise<Result<Uint8Array, CliProblem>> {
  try {
    const { size } = await stat(file)
    if (size > MAX_BYTES) {
      return fail({ english: `${file}: too large for a report`, chinese: `${file}：文件太大，不像是一份年报。` })
    }
    return ok(await readFile(file))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return fail({ english: `cannot read ${file}: ${reason}`, chinese: `${file}：打不开。请核对文件名和路径。` })
  }
}

/** With what `.ogi` files are read. */
export const packageReading = (forms: readonly Form[]): PackageReading => ({ forms, suites: [suiteOgi1()] })

const notYet: Record<string, string> = {
  '.docx': 'Word (.docx)',
  '.html': 'web page (.html)',
  '.htm': 'web page (.htm)',
}

/** Reads a REPORT: `.json`, an `.ogi` submission, or an `.xlsx` that we exported. */
export async function readReportFile(file: string, forms: readonly Form[]): Promise<Result<Report, CliProblem>> {
  const type = path.extname(file).toLowerCase()
  const unsupported = notYet[type]
  if (unsupported !== undefined) {
    return fail({
      english: `${file}: reading a ${unsupported} is not supported yet`,
      chinese: `${file}：本版本还不能读 ${unsupported}。请用 .json、.ogi 或本程序导出的 .xlsx。`,
    })
  }
  const read = readers[type]
  if (read === undefined) {
    return fail({
      english: `${file}: not a .json, .ogi or .xlsx file`,
      chinese: `${file}：不是 .json、.ogi 或 .xlsx 文件。`,
    })
  }
  const bytes = await readInput(file)
  if (!bytes.ok) return bytes
  const report = await read(bytes.value, forms)
  if (report.ok) return report
  const { code, detail, chinese } = report.problem
  const about = detail === undefined ? '' : ` (${detail})`
  return fail({ english: `${file} is no usable report: ${code}${about}`, chinese: `${file}：${chinese}` })
}

interface ReadProblem {
  readonly code: string
  readonly detail?: string | undefined
  readonly chinese: string
}

const readers: Record<string, (bytes: Uint8Array, forms: readonly Form[]) => Promise<Result<Report, ReadProblem>>> = {
  '.json': async (bytes, forms) => {
    const report = parseReportText(new TextDecoder().decode(bytes), forms)
    return report.ok ? report : fail({ ...report.problem, chinese: reportProblemText(report.problem) })
  },
  '.ogi': async (bytes, forms) => {
    const submission = await openPackage(bytes, packageReading(forms))
    if (submission.ok) return ok(submission.value.report)
    return fail({ ...submission.problem, chinese: packageProblemMessage(submission.problem) })
  },
  '.xlsx': async (bytes, forms) => {
    const report = await reportFromXlsx(bytes, forms)
    return report.ok ? report : fail({ code: report.problem.code, chinese: xlsxProblemText(report.problem) })
  },
}
