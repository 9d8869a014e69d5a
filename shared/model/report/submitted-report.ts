import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import { findingId } from './finding.ts'
import type { Basis, Layer, Provenance, Report } from './report.ts'
import type { FigureOrigin, WorkingReport } from './working-report.ts'

/** A received submission in the shape that screens show: figures as they came, with what the unit said of them. */
export function submittedReport(
  form: Form,
  { report, basis, layer }: { readonly report: Report; readonly basis: Basis; readonly layer: Layer },
): WorkingReport {
  const origin = new Map<CellKey, FigureOrigin>()
  for (const key of form.cells.keys()) {
    if ((report.cells[key] ?? null) === null) continue
    origin.set(key, originOf(basis.provenance[key]?.kind))
  }
  const overrides = new Map<string, string>()
  const supplementOrigin = new Map<string, FigureOrigin>()
  for (const [key, value] of Object.entries(report.supplement)) {
    if (value !== null) supplementOrigin.set(key, originOf(basis.supplement?.[key]?.kind))
  }
  for (const [key, said] of [...Object.entries(basis.provenance), ...Object.entries(basis.supplement ?? {})]) {
    if (said?.kind === 'adjusted' && said.reason !== undefined) overrides.set(key, said.reason)
  }
  const reasons = new Map(basis.reasons.map((reason) => [findingId(reason), reason.text] as const))
  return {
    id: { unit: report.unit.code, year: report.year, layer },
    report,
    origin,
    supplementOrigin,
    reasons,
    adjustments: new Map(),
    overrides,
  }
}

function originOf(kind: Provenance | undefined): FigureOrigin {
  return kind === 'derived' ? 'computed' : kind === 'adjusted' ? 'adjusted' : 'typed'
}
