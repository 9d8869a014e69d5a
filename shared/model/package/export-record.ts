import type { Form } from '../../catalogue/forms/form.ts'
import type { Groups } from '../../record/groups.ts'
import { z } from '../../values/parse.ts'
import type { Layer, Report } from '../report/report.ts'
import { parseReport } from '../report/report-json.ts'

/**
 * A submission that was written to a file. Record id: `unit|year|layer|<sha-256>`; groups: `export`, this, and `report`,
 * the report as it went out in its fixed JSON, which those made by the first versions don't have.
 */
export const exportedFile = z.strictObject({
  /** 第2次报送. */
  revision: z.int().positive(),
  /** Of the whole file, in hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  fileName: z.string().min(1),
  /** When, as a hybrid logical clock: the one in the manifest. */
  exported: z.string(),
  /** The day in Beijing, `YYYY-MM-DD`. */
  at: z.string(),
})
export type ExportedFile = z.infer<typeof exportedFile>

export interface ExportOf {
  readonly unit: string
  readonly year: number
  readonly layer: Layer
}

export function exportRecordId({ unit, year, layer }: ExportOf, sha256: string): string {
  return `${unit}|${year}|${layer}|${sha256}`
}

/** The export that a record holds; null where it was removed or is not readable. */
export function readExport(groups: Groups): ExportedFile | null {
  const parsed = exportedFile.safeParse(groups.export?.value)
  return parsed.success ? parsed.data : null
}

/** What went out in an export; null where the record does not hold it. */
export function readExportedReport(groups: Groups, forms: readonly Form[]): Report | null {
  const value = groups.report?.value ?? null
  const parsed = value === null ? null : parseReport(value, forms)
  return parsed?.ok ? parsed.value : null
}
