import type { Form } from '../catalogue/forms/form.ts'
import type { Finding } from '../model/report/finding.ts'
import type { UnitName } from '../model/report/report.ts'
import type { WorkingReport } from '../model/report/working-report.ts'
import type { FormedReport } from '../steps/check/check-equations.ts'
import { findingMessage, lastYearRules } from './finding-message.ts'

/** A desk cannot mend a unit's figure: what it can do stands behind every finding on a sum. */
const sumAdvice = '这是汇总数：点击查看由哪些单位报送，请该单位改正后重新报送，或者调整汇总数并写明原因。'

/** As many units as one can still read in a sentence. */
const MOST_NAMED = 5

/** From which units what is wrong in a sum comes. */
function sourcesOf(causes: readonly UnitName[]): string {
  const named = causes.slice(0, MOST_NAMED).map(({ name }) => name)
  const more = causes.length > named.length ? `等${causes.length}个单位` : ''
  return named.length === 0
    ? '这是汇总数：各单位自己的数字都相符，差数来自汇总调整，请点击核对调整。'
    : `这是汇总数：${named.join('、')}${more}自己报送的数字就不相符，请改正后重新报送，或者调整汇总数并写明原因。`
}

/**
 * The sentence for a finding on the report that is worked on. On a desk's sum it says whose figures it comes from, or
 * whose cannot be read, and what a desk can do, and not what only the unit could.
 */
export function workingFindingMessage(
  form: Form,
  working: WorkingReport,
  finding: Finding,
  last: FormedReport | null,
): string {
  const message = findingMessage(form, working.report, finding, last)
  const { rule, unit, causes, place } = finding
  if (rule === 'value' && unit !== undefined) {
    return `${unit.name}报送的${factOf(message)}这一格未汇总，请${unit.name}改正后重新报送。`
  }
  if (working.id.layer !== 'total' || unit !== undefined) return message
  if (rule === 'blank-cells') return `${factOf(message)}这是汇总数，各单位都未填；请问清是没有还是漏填。`
  if (place.kind !== 'cell') return message
  const isKnown =
    causes !== undefined && !lastYearRules.has(rule) && (causes.length > 0 || working.adjustments.size > 0)
  return `${factOf(message)}${isKnown ? sourcesOf(causes) : sumAdvice}`
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
