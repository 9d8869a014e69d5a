import type { Form } from '../catalogue/forms/form.ts'
import type { Change } from '../journal/frame.ts'
import { setGroup } from '../journal/set-group.ts'
import { type ExportedFile, type ExportOf, exportRecordId } from '../model/package/export-record.ts'
import type { Report } from '../model/report/report.ts'
import { reportToJson } from '../model/report/report-json.ts'
import type { Groups } from '../record/groups.ts'
import { z } from '../values/parse.ts'

export function exportChanges(form: Form, of: ExportOf, groups: Groups, file: ExportedFile, report: Report): Change[] {
  const record = exportRecordId(of, file.id)
  return [
    ...setGroup('export', record, groups, 'export', file),
    ...setGroup('export', record, groups, 'report', z.json().parse(reportToJson(form, report))),
  ]
}
