import type { Form } from '../../catalogue/forms/form.ts'
import type { Finding } from '../../model/report/finding.ts'
import type { Layer, Report } from '../../model/report/report.ts'
import { type CheckedBeside, check } from './check.ts'
import { checkBlankCells } from './check-blank-cells.ts'
import { checkSections } from './check-sections.ts'

/**
 * What is to be said of a report before it goes out or is finalised, the same on every screen and of every file that a
 * desk receives: the rules of every report, its half-blank tables and its texts.
 */
export function checkWhole(
  form: Form,
  report: Report,
  { layer, ...beside }: CheckedBeside & { layer: Layer },
): Finding[] {
  return [...check(form, report, beside), ...checkBlankCells(form, report), ...checkSections(form, report, layer)]
}
