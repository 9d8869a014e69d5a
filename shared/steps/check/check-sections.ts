import type { Form } from '../../catalogue/forms/form.ts'
import type { Finding } from '../../model/report/finding.ts'
import { narrativeKeys, type Report } from '../../model/report/report.ts'
import { severityOf } from './named-rule.ts'

/** Rule `missing-section`, run when finalising: a text section without a word; 六 may say 无. */
export function checkSections(form: Form, report: Report): Finding[] {
  const severity = severityOf(form, 'missing-section')
  if (severity === null) return []
  return form.definition.sections
    .filter(({ id, content }) => {
      const key = narrativeKeys.find((name) => name === id)
      return content === 'text' && (key === undefined || (report.narrative[key] ?? '').trim() === '')
    })
    .map(({ id }) => ({
      rule: 'missing-section',
      severity,
      place: { kind: 'section', section: id },
      cells: [],
      expected: null,
      actual: null,
    }))
}
