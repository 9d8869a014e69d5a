import type { Form } from '../../../shared/catalogue/forms/form.ts'
import type { Finding } from '../../../shared/model/report/finding.ts'
import type { Place } from '../../../shared/model/report/place.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import type { FormedReport } from '../../../shared/steps/check/check-equations.ts'

/** What is wrong or odd in a report, and what the clerk has to say about it. */
export interface FindingsListProps {
  readonly form: Form
  readonly working: WorkingReport
  readonly findings: readonly Finding[]
  readonly lastYear?: FormedReport | null
  readonly readOnly?: boolean
  /** Go to what a finding is about. */
  readonly onGo: (place: Place) => void
  /** Reasons by finding id; absent: those of the working report. */
  readonly reasons?: ReadonlyMap<string, string>
  /** An empty text takes the reason back. */
  readonly onReason: (findingId: string, text: string | null) => void
}
