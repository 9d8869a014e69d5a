import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import { type Finding, findingId } from '../../model/report/finding.ts'
import type { Basis } from '../../model/report/report.ts'
import type { WorkingReport } from '../../model/report/working-report.ts'
import type { UnitContact } from '../../model/unit/unit-record.ts'

/**
 * What travels beside the figures: what the registers give, computed totals and sums of the units below are `derived`,
 * typed figures `entered`, figures typed over derived ones and a desk's own changes `adjusted` with their reason. Of the reasons only those go along whose finding still stands.
 */
export function submissionBasis(
  form: Form,
  working: WorkingReport,
  findings: readonly Finding[],
  people: UnitContact,
  filledBy: Basis['filledBy'] | null = null,
): Basis {
  const provenance: Partial<Record<CellKey, NonNullable<Basis['provenance'][CellKey]>>> = {}
  for (const key of form.cells.keys()) {
    const origin = working.origin.get(key)
    if (origin === undefined) continue
    const reason = working.adjustments.get(key)?.reason ?? working.overrides?.get(key)
    if (origin === 'adjusted') provenance[key] = { kind: 'adjusted', ...(reason === undefined ? {} : { reason }) }
    else provenance[key] = { kind: origin === 'typed' ? 'entered' : 'derived' }
  }
  const reasons = findings.flatMap((finding) => {
    const text = working.reasons.get(findingId(finding))
    if (text === undefined) return []
    const { rule, place, unit } = finding
    return [{ rule, place, ...(unit === undefined ? {} : { unit }), text }]
  })
  const supplement: Record<string, NonNullable<Basis['supplement']>[string]> = {}
  for (const [key, origin] of working.supplementOrigin ?? []) {
    if (origin === 'typed') continue
    const reason = working.overrides?.get(key)
    supplement[key] =
      origin !== 'adjusted' ? { kind: 'derived' } : { kind: 'adjusted', ...(reason === undefined ? {} : { reason }) }
  }
  return {
    provenance,
    ...(Object.keys(supplement).length === 0 ? {} : { supplement }),
    reasons,
    people,
    ...(filledBy ? { filledBy } : {}),
  }
}
