import type { Change } from '../journal/frame.ts'
import { setGroup } from '../journal/set-group.ts'
import { type ReportDay, reportDayGroup } from '../model/unit/report-days.ts'
import type { Groups } from '../record/groups.ts'

/** Notes the day by which reports of a year are to be sent; null takes it back. */
export function setReportDay(
  unit: string,
  groups: Groups,
  kind: ReportDay,
  year: number,
  day: string | null,
): Change[] {
  return setGroup('unit', unit, groups, reportDayGroup(kind, year), day)
}
