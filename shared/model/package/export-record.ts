import type { Form } from '../../catalogue/forms/form.ts'
import type { Groups } from '../../record/groups.ts'
import { z } from '../../values/parse.ts'
import type { Layer, Report } from '../report/report.ts'
import { parseReport } from '../report/report-json.ts'

/**
 * A submission that was written to a file. Record id: `unit|year|layer|<id of the submission>`; groups: `export`, this,
 * and `report`, the report as it went out in its fixed JSON.
 */
export const exportedFile = z.strictObject({
  /** 第2次报送. */
  revision: z.int().positive(),
  /** Hash of its manifest, in hex. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  fileName: z.string().min(1),
  /** When, as the manifest has it: `2021-01-18T01:00:00.000Z`. */
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

export function exportRecordId({ unit, year, layer }: ExportOf, id: string): string {
  return `${unit}|${year}|${layer}|${id}`
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
