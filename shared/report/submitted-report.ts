import type { CellKey, Form } from '../forms/form.ts'
import { findingId } from './finding.ts'
import type { Basis, Layer, Report } from './report.ts'
import type { FigureOrigin, WorkingReport } from './working-report.ts'

/** A received submission in the shape that screens show: figures as they came, with what the unit said of them. */
export function submittedReport(
  form: Form,
  { report, basis, layer }: { readonly report: Report; readonly basis: Basis; readonly layer: Layer },
): WorkingReport {
  const origin = new Map<CellKey, FigureOrigin>()
  for (const key of form.cells.keys()) {
    if ((report.cells[key] ?? null) === null) continue
    const kind = basis.provenance[key]?.kind
    origin.set(key, kind === 'derived' ? 'computed' : kind === 'adjusted' ? 'adjusted' : 'typed')
  }
  const reasons = new Map(basis.reasons.map((reason) => [findingId(reason), reason.text] as const))
  return {
    id: { unit: report.unit.code, year: report.year, layer },
    report,
    origin,
    reasons,
    adjustments: new Map(),
  }
}
