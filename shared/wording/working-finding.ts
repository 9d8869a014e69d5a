import type { Form } from '../catalogue/forms/form.ts'
import type { Finding } from '../model/report/finding.ts'
import type { WorkingReport } from '../model/report/working-report.ts'
import type { FormedReport } from '../steps/check/check-equations.ts'
import { findingMessage } from './finding-message.ts'

/** A desk cannot mend a unit's figure: what it can do stands behind every finding on a sum. */
const sumAdvice = '这是汇总数：点开这一格看它来自哪些单位，请那个单位改好重新报送，或者在这里调整并写明原因。'

/**
 * The sentence for a finding on the report that is worked on. On a desk's sum it says whose figure cannot be read, and
 * what a desk can do.
 */
export function workingFindingMessage(
  form: Form,
  working: WorkingReport,
  finding: Finding,
  last: FormedReport | null,
): string {
  const message = findingMessage(form, working.report, finding, last)
  if (finding.unit !== undefined) {
    return `${finding.unit.name}报来的${message}这一格没有汇总，请${finding.unit.name}改好重新报送。`
  }
  return working.id.layer === 'total' && finding.place.kind === 'cell' ? `${message}${sumAdvice}` : message
}
