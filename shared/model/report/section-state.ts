import type { Form } from '../../catalogue/forms/form.ts'
import type { Finding } from './finding.ts'
import { sectionOf } from './place.ts'
import { isNarrativeKey, type Report } from './report.ts'

/** What the tick beside a section says. */
export type SectionState = 'empty' | 'filled' | 'error'

/** State of one section of the form, by its id: whether anything stands there, and whether an error does. */
export function sectionState(
  form: Form,
  report: Report,
  findings: readonly Finding[],
  sectionId: string,
): SectionState {
  const table = form.tables.find(({ id }) => id === sectionId)
  if (table === undefined) {
    return isNarrativeKey(sectionId) && (report.narrative[sectionId] ?? '').trim() !== '' ? 'filled' : 'empty'
  }
  if (findings.some(({ severity, place }) => severity === 'error' && sectionOf(form, place) === sectionId))
    return 'error'
  const hasFigure = table.cells.some((key) => report.cells[key] !== null && report.cells[key] !== undefined)
  return hasFigure || report.statements.includes(table.id) ? 'filled' : 'empty'
}
