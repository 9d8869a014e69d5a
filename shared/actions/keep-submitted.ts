import type { CellKey, Form } from '../catalogue/forms/form.ts'
import type { Change } from '../journal/frame.ts'
import { type CellValue, NOT_APPLICABLE, type Report } from '../model/report/report.ts'
import { supplementKind } from '../model/report/report-json.ts'
import type { ReportId } from '../model/report/report-record.ts'
import type { DerivedValues, WorkingReport } from '../model/report/working-report.ts'
import type { Groups } from '../record/groups.ts'
import { adjustBy } from '../steps/aggregate/adjust.ts'
import { workingReport } from '../steps/aggregate/read-working-report.ts'
import { totalsOver } from '../steps/aggregate/totals-over.ts'
import { type SubmittedChange, submittedChanges } from '../steps/check/submitted-changes.ts'
import { cellEdits, supplementEdits } from './figure-changes.ts'
import { adjustmentEdit, overrideReasonEdit } from './report-changes.ts'

/**
 * 保留已报送的数: puts every figure of a unit's own report back to what was submitted, as one action. What the registers
 * now give otherwise is typed over, with the reason; what was typed is typed back. A figure that was submitted empty and
 * now derives is kept as 0, because nothing typed would be what derives.
 */
export function keepSubmitted(
  form: Form,
  id: ReportId,
  groups: Groups,
  submitted: Report,
  { derived, reason }: { readonly derived: DerivedValues | undefined; readonly reason: string },
): Change[] {
  const { cells, supplement } = submittedChanges(
    form,
    submitted,
    workingReport(form, id, submitted.unit, groups, derived),
  )
  const cellBack = cells.map((change) =>
    back(change, derived?.cells.get(change.key) ?? null, form.cells.get(change.key)?.kind === 'money'),
  )
  // A total that is right by parts which now go back would go with them: it is said too, and dropped where it follows.
  const changed = new Set(cells.map(({ key }) => key))
  const over = new Set(cells.flatMap(({ key }) => totalsOver(form, key)).filter((key) => !changed.has(key)))
  const totalBack = [...over].map((key) => ({ key, value: submitted.cells[key] ?? null }))
  const figureBack = supplement.map((change) =>
    back(change, derived?.supplement[change.key] ?? null, supplementKind(form, change.key) === 'money'),
  )
  const typed = [
    ...cellEdits(form, id, groups, [...cellBack, ...totalBack], derived),
    ...supplementEdits(id, groups, figureBack, { form, derived }),
  ]
  // Only a figure that now stands over another one of the registers needs the reason.
  const stands = new Set(typed.flatMap(({ group, value }) => (value === null ? [] : [group])))
  const explained = [
    ...cells.flatMap(({ key }) => (derived?.cells.has(key) && stands.has(`cell:${key}`) ? [key] : [])),
    ...supplement.flatMap(({ key }) =>
      (derived?.supplement[key] ?? null) !== null && stands.has(`supplement:${key}`) ? [key] : [],
    ),
  ]
  return [...typed, ...explained.flatMap((key) => overrideReasonEdit(id, groups, key, reason.trim()))]
}

function back<Key extends string>(
  { key, submitted }: SubmittedChange<Key>,
  derived: CellValue,
  isMoney: boolean,
): { readonly key: Key; readonly value: CellValue } {
  const zero = isMoney ? '0' : 0
  return { key, value: submitted === null && derived !== null ? zero : submitted }
}

/**
 * The same for a desk's sum: each changed figure is adjusted in the desk's own layer, with the reason, so that the sum is
 * again what was finalised. The units' figures stay as they sent them. A sum that can't be made stays empty.
 */
export function keepFinalised(
  form: Form,
  id: ReportId,
  groups: Groups,
  finalised: Report,
  { working, reason }: { readonly working: WorkingReport; readonly reason: string },
): Change[] {
  return submittedChanges(form, finalised, working).cells.flatMap(({ key, submitted, now }) => {
    const cell = form.cells.get(key)
    const by = cell === undefined ? null : adjustBy(cell, now, plain(submitted), adjustmentOf(working, key))
    if (by === null) return []
    return adjustmentEdit(id, groups, key, Number(by) === 0 ? null : { by, reason })
  })
}

const adjustmentOf = (working: WorkingReport, key: CellKey) => working.adjustments.get(key) ?? null

const plain = (value: CellValue): CellValue => (value === null || value === NOT_APPLICABLE ? 0 : value)
