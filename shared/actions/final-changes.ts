import type { Form } from '../catalogue/forms/form.ts'
import type { Change } from '../journal/frame.ts'
import { setGroup } from '../journal/set-group.ts'
import { type FinalReport, finalRecordId } from '../model/desk/final-record.ts'
import { reportToJson } from '../model/report/report-json.ts'
import type { Groups } from '../record/groups.ts'
import { z } from '../values/parse.ts'

/** Freezes a report. One group, `finalised`, so that a report and its number never part. */
export function finalChanges(form: Form, groups: Groups, final: FinalReport): Change[] {
  const { report, revision, at, adjustments } = final
  const value = z.json().parse({ report: reportToJson(form, report), revision, at, adjustments })
  return setGroup('final', finalRecordId(report.unit.code, report.year), groups, 'finalised', value)
}
