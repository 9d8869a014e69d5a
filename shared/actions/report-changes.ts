import type { Form } from '../catalogue/forms/form.ts'
import type { Change } from '../journal/frame.ts'
import { setGroup } from '../journal/set-group.ts'
import type { NarrativeKey, SignOff, TitleKey } from '../model/report/report.ts'
import { type Adjustment, type ReportId, reportRecordId } from '../model/report/report-record.ts'
import type { Groups } from '../record/groups.ts'
import type { Json } from '../values/json.ts'

/**
 * Edits of a report's texts and settings, each as the changes of one action. They are computed from the record as it
 * stands (`groups`); an edit that changes nothing gives no change. Figures: see figure-changes.ts.
 */
function set(id: ReportId, groups: Groups, group: string, value: Json): Change[] {
  return setGroup('report', reportRecordId(id), groups, group, value)
}

/** A text that was emptied is removed. Line ends become `\n`; what was typed is not trimmed otherwise. */
function textOrNothing(text: string): string | null {
  return text.trim() === '' ? null : text.replace(/\r\n?/g, '\n')
}

/** Printed behind a figure: `55（含自然失效29件）`. */
export function remarkEdit(id: ReportId, groups: Groups, key: string, text: string): Change[] {
  return set(id, groups, `remark:${key}`, textOrNothing(text))
}

/** Printed under a table. */
export function noteEdit(id: ReportId, groups: Groups, table: string, text: string): Change[] {
  return set(id, groups, `note:${table}`, textOrNothing(text))
}

/** The unit's own title of a section; empty, or the same as the form's, goes back to the form's. */
export function titleEdit(form: Form, id: ReportId, groups: Groups, section: TitleKey, text: string): Change[] {
  const official = form.definition.sections.find((one) => one.id === section)?.title
  const title = textOrNothing(text)
  return set(id, groups, `title:${section}`, title === official ? null : title)
}

/** How an empty figure is printed; null: as the form says. */
export function blankEdit(id: ReportId, groups: Groups, blank: '' | '0' | '/' | null): Change[] {
  return set(id, groups, 'blank', blank)
}

export function signOffEdit(id: ReportId, groups: Groups, signOff: SignOff | null): Change[] {
  return set(id, groups, 'signOff', signOff === null ? null : { unit: signOff.unit, date: signOff.date })
}

export function narrativeEdit(id: ReportId, groups: Groups, key: NarrativeKey, text: string): Change[] {
  return set(id, groups, `narrative:${key}`, textOrNothing(text))
}

/** Why an error is left standing, by finding id; empty takes the reason back. */
export function reasonEdit(id: ReportId, groups: Groups, finding: string, text: string): Change[] {
  return set(id, groups, `reason:${finding}`, textOrNothing(text))
}

/** Why a derived figure was typed over, by key of the cell or the figure of the supplement; empty takes it back. */
export function overrideReasonEdit(id: ReportId, groups: Groups, key: string, text: string): Change[] {
  return set(id, groups, `override:${key}`, textOrNothing(text))
}

/** Takes back what was typed over a derived figure of the tables, and why. */
export function dropOverride(id: ReportId, groups: Groups, key: string): Change[] {
  return [...set(id, groups, `cell:${key}`, null), ...set(id, groups, `override:${key}`, null)]
}

/** Takes back what was typed over a derived figure of the supplement, and why. */
export function dropSupplementOverride(id: ReportId, groups: Groups, key: string): Change[] {
  return [...set(id, groups, `supplement:${key}`, null), ...set(id, groups, `override:${key}`, null)]
}

/** The desk's own change to a sum; null takes it back. */
export function adjustmentEdit(id: ReportId, groups: Groups, key: string, adjustment: Adjustment | null): Change[] {
  return set(
    id,
    groups,
    `adjust:${key}`,
    adjustment === null ? null : { by: adjustment.by, reason: adjustment.reason.trim() },
  )
}
