import type { Form } from '../../catalogue/forms/form.ts'
import type { Finding } from '../../model/report/finding.ts'
import { isNarrativeKey, type Layer, type NarrativeKey, type Report } from '../../model/report/report.ts'
import { severityOf } from './named-rule.ts'

/**
 * Fewest characters, spaces aside, with which a text says something. 第五部分 must name problems and what is done about
 * them (《条例》第五十条), which 无 or 暂无问题 does not; 第六部分 may say 无.
 */
const fewest: Readonly<Record<NarrativeKey, number>> = { preface: 0, overview: 4, problems: 20, other: 1 }

/**
 * Rule `missing-section`: a text section that says nothing. Without a word in a sum, which is published, it is as severe as
 * the form has it; a unit's own report may go up with figures alone, and a short text is for people to judge: a warning.
 */
export function checkSections(form: Form, report: Report, layer: Layer): Finding[] {
  const severity = severityOf(form, 'missing-section')
  if (severity === null) return []
  return form.definition.sections.flatMap(({ id, content }): Finding[] => {
    const length = content === 'text' && isNarrativeKey(id) ? lengthOf(report.narrative[id]) : Infinity
    if (!isNarrativeKey(id) || length >= fewest[id]) return []
    return [
      {
        rule: 'missing-section',
        severity: layer === 'total' && length === 0 ? severity : 'warning',
        place: { kind: 'section', section: id },
        cells: [],
        expected: null,
        actual: null,
      },
    ]
  })
}

const lengthOf = (text = ''): number => text.replace(/\s/g, '').length
