import path from 'node:path'
import type { Form } from '../../shared/catalogue/forms/form.ts'
import type { Report } from '../../shared/model/report/report.ts'
import { reportText } from '../../shared/model/report/report-json.ts'
import { reportCsv } from '../../shared/steps/documents/to-csv.ts'
import { reportXlsx } from '../../shared/steps/documents/to-xlsx.ts'
import { fail, ok, type Result } from '../../shared/values/result.ts'
import { writeAtomically } from '../disk/write-atomically.ts'
import type { CliProblem } from './cli-problem.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

type Writer = (form: Form, report: Report) => Uint8Array

const writers: Record<string, Writer> = {
  '.json': (form, report) => utf8(reportText(form, report)),
  '.csv': (form, report) => utf8(reportCsv(form, report)),
  '.xlsx': reportXlsx,
}

/** The writer for a file's ending; asked before any work is done, so that a wrong call changes nothing. */
export function writerFor(file: string): Result<Writer, CliProblem> {
  const type = path.extname(file).toLowerCase()
  const writer = writers[type]
  if (writer !== undefined) return ok(writer)
  if (type === '.docx' || type === '.html') {
    return fail({
      english: `${file}: writing ${type} is not supported yet; use .json, .csv or .xlsx`,
      chinese: `${file}：本版本还不能导出 ${type}。请用 .json、.csv 或 .xlsx。`,
    })
  }
  return fail({
    english: `${file}: the name must end in .json, .csv or .xlsx`,
    chinese: `${file}：文件名要以 .json、.csv 或 .xlsx 结尾。`,
  })
}

/** Puts the whole file in its place, or leaves what stood there. */
export async function writeOutput(file: string, bytes: Uint8Array): Promise<Result<null, CliProblem>> {
  try {
    await writeAtomically(file, bytes)
    return ok(null)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return fail({
      english: `cannot write ${file}: ${reason}`,
      chinese: `${file}：写不进去，原来的文件没有变。请核对文件夹能否写入、磁盘是否已满。`,
    })
  }
}
