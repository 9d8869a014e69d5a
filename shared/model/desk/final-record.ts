import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import type { Groups } from '../../record/groups.ts'
import { z } from '../../values/parse.ts'
import type { Report } from '../report/report.ts'
import { parseReport } from '../report/report-json.ts'
import { type Adjustment, adjustment } from '../report/report-record.ts'
import type { FigureOrigin, WorkingReport } from '../report/working-report.ts'

/** A desk's report as it was finalised (定稿): frozen, whatever comes in later. Record id: `unit|year`. */
export interface FinalReport {
  readonly report: Report
  /** 1 for the first 定稿; each later one counts on. */
  readonly revision: number
  /** The day in Beijing, `YYYY-MM-DD`. */
  readonly at: string
  /** The desk's own changes that are in the figures, by cell. */
  readonly adjustments: Readonly<Record<string, Adjustment>>
}

const finalised = z.strictObject({
  report: z.json(),
  revision: z.int().positive(),
  at: z.string(),
  adjustments: z.record(z.string(), adjustment),
})

export function finalRecordId(unit: string, year: number): string {
  return `${unit}|${year}`
}

/** The finalised report that a record holds; null where there is none or it is not readable. */
export function readFinal(groups: Groups, forms: readonly Form[]): FinalReport | null {
  const parsed = finalised.safeParse(groups.finalised?.value)
  if (!parsed.success) return null
  const report = parseReport(parsed.data.report, forms)
  return report.ok ? { ...parsed.data, report: report.value } : null
}

/** A finalised report as the screens show it and as it is submitted. `reasons`: by finding id. */
export function finalWorkingReport(
  form: Form,
  { report, adjustments }: FinalReport,
  reasons: ReadonlyMap<string, string>,
): WorkingReport {
  const origin = new Map<CellKey, FigureOrigin>()
  const adjusted = new Map<CellKey, Adjustment>()
  for (const key of form.cells.keys()) {
    const adjustment = adjustments[key]
    if (adjustment !== undefined) adjusted.set(key, adjustment)
    if (adjustment !== undefined) origin.set(key, 'adjusted')
    else if ((report.cells[key] ?? null) !== null) origin.set(key, 'summed')
  }
  const id = { unit: report.unit.code, year: report.year, layer: 'total' } as const
  const supplementOrigin = new Map(
    Object.entries(report.supplement).flatMap(([key, value]) =>
      value === null ? [] : [[key, 'summed' as const] as const],
    ),
  )
  return { id, report, origin, supplementOrigin, reasons, adjustments: adjusted }
}
