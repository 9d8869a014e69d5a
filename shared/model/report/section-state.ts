import type { Form } from '../../catalogue/forms/form.ts'
import type { Finding } from './finding.ts'
import { sectionOf } from './place.ts'
import { isNarrativeKey, type Report } from './report.ts'

/** What the mark beside a section says. `begun`: something stands there, and it is not complete. */
export type SectionState = 'empty' | 'begun' | 'filled' | 'error'

/** State of one section of the form, by its id: whether anything stands there, all of it, and whether an error does. */
export function sectionState(
  form: Form,
  report: Report,
  findings: readonly Finding[],
  sectionId: string,
): SectionState {
  const table = form.tables.find(({ id }) => id === sectionId)
  const found = findings.filter(({ place }) => sectionOf(form, place) === sectionId)
  const isIncomplete = found.some(({ rule }) => rule === 'blank-cells' || rule === 'missing-section')
  const complete = isIncomplete ? 'begun' : 'filled'
  if (table === undefined) {
    return isNarrativeKey(sectionId) && (report.narrative[sectionId] ?? '').trim() !== '' ? complete : 'empty'
  }
  if (found.some(({ severity }) => severity === 'error')) return 'error'
  const hasFigure = table.cells.some((key) => report.cells[key] !== null && report.cells[key] !== undefined)
  return hasFigure || report.statements.includes(table.id) ? complete : 'empty'
}
