import type { Form } from '../catalogue/forms/form.ts'
import type { Finding } from '../model/report/finding.ts'
import type { WorkingReport } from '../model/report/working-report.ts'
import type { FormedReport } from '../steps/check/check-equations.ts'
import { findingMessage } from './finding-message.ts'

/** A desk cannot mend a unit's figure: what it can do stands behind every finding on a sum. */
const sumAdvice = '这是汇总数：点击查看由哪些单位报送，请该单位改正后重新报送，或者调整汇总数并写明原因。'

/**
 * The sentence for a finding on the report that is worked on. On a desk's sum it says whose figure cannot be read, and
 * what a desk can do, and not what only the unit could.
 */
export function workingFindingMessage(
  form: Form,
  working: WorkingReport,
  finding: Finding,
  last: FormedReport | null,
): string {
  const message = findingMessage(form, working.report, finding, last)
  if (finding.unit !== undefined) {
    const { name } = finding.unit
    return `${name}报送的${factOf(message)}这一格未汇总，请${name}改正后重新报送。`
  }
  return working.id.layer === 'total' && finding.place.kind === 'cell' ? `${factOf(message)}${sumAdvice}` : message
}

/** The same on a report that a unit sent: it is read here, and mended there. */
export function receivedFindingMessage(form: Form, working: WorkingReport, finding: Finding): string {
  const fact = factOf(findingMessage(form, working.report, finding))
  return `${fact}${finding.severity === 'error' ? '请该单位改正后重新报送。' : '请该单位核对，有误的改正后重新报送。'}`
}

/** What is wrong, without what whoever fills in the figure is to do about it. */
function factOf(message: string): string {
  const sentences = message.match(/[^。]*。/g) ?? [message]
  const advice = sentences.findIndex((sentence, at) => at > 0 && /^请|[，；的]请|^没有就填/.test(sentence))
  return (advice < 0 ? sentences : sentences.slice(0, advice)).join('')
}
