import type { Form } from '../../catalogue/forms/form.ts'
import { type Finding, findingId } from '../../model/report/finding.ts'
import { foldFindings } from './causes.ts'

/**
 * Errors that nobody has given a reason for: they keep a report from being submitted or finalised. A reason at the
 * cause speaks for the follow-ons that are folded under it.
 */
export function unexplainedErrors(
  form: Form,
  findings: readonly Finding[],
  reasons: ReadonlyMap<string, string>,
): Finding[] {
  const explained = (finding: Finding): boolean => reasons.has(findingId(finding))
  return foldFindings(form, findings).flatMap(({ cause, followOns }) => {
    if (explained(cause)) return []
    return [cause, ...followOns].filter((finding) => finding.severity === 'error' && !explained(finding))
  })
}
