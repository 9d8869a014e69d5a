import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { type FinalReport, finalWorkingReport } from '../../../shared/model/desk/final-record.ts'
import type { Finding } from '../../../shared/model/report/finding.ts'
import { checkChildrenSum } from '../../../shared/steps/check/check-children-sum.ts'
import type { Desk } from '../../store/reports/read-desk.ts'

/**
 * Where a finalised sum is no longer that of its parts (rule `children-sum`): what came in, or was changed, since it was
 * frozen. It stays as it is; the clerk finalises again, or writes why not.
 */
export function finalFindings(form: Form, final: FinalReport, { sent, own }: Pick<Desk, 'sent' | 'own'>): Finding[] {
  const { adjustments } = finalWorkingReport(form, final, new Map())
  return checkChildrenSum(form, final.report, { sent, own: own.report, adjustments })
}
