import type { Form } from '../../../shared/catalogue/forms/form.ts'
import type { FileToken, StorageProblem } from '../../../shared/desktop.ts'
import type { Report } from '../../../shared/model/report/report.ts'
import { reportDocument, reportTitle } from '../../../shared/steps/documents/report-document.ts'
import { documentHtml } from '../../../shared/steps/documents/to-html.ts'
import { fileName } from '../../../shared/values/file-name.ts'
import type { Result } from '../../../shared/values/result.ts'
import { stageBytes } from '../../store/stage-bytes.ts'
import type { Store } from '../../store/store.ts'

/** The finished report as the page that is printed, staged with the shell. */
export function stagePage(store: Store, form: Form, report: Report): Promise<Result<FileToken, StorageProblem>> {
  const title = reportTitle(form, report)
  const html = documentHtml(reportDocument(form, report), { title })
  return stageBytes(store, fileName(title, 'html'), new TextEncoder().encode(html))
}

export interface PrintedReport {
  readonly token: FileToken
  readonly bytes: Uint8Array
}

/** Lays the report out as PDF: the token saves it, the bytes show it. */
export async function printReport(
  store: Store,
  form: Form,
  report: Report,
): Promise<Result<PrintedReport, StorageProblem>> {
  const page = await stagePage(store, form, report)
  if (!page.ok) return page
  const pdf = await store.desktop.renderPdf(page.value)
  if (!pdf.ok) return pdf
  const bytes = await store.bytes.read(pdf.value)
  return bytes.ok ? { ok: true, value: { token: pdf.value, bytes: bytes.value } } : bytes
}
