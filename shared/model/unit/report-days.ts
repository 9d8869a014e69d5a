import { isDay } from '../../calendar/day-number.ts'
import { type Groups, groupValue } from '../../record/groups.ts'

/**
 * The days by which reports of a year are to be sent, in the unit's record, one group a year:
 *   `reportDay:<year>` the unit above wants this unit's report, as its notice says
 *   `unitsDay:<year>` this unit wants the reports of those below
 * What the law says beside them: statutory-deadline.ts.
 */
export type ReportDay = 'reportDay' | 'unitsDay'

export function reportDayGroup(kind: ReportDay, year: number): string {
  return `${kind}:${year}`
}

/** The day that a clerk noted; null where nobody did. */
export function readReportDay(groups: Groups, kind: ReportDay, year: number): string | null {
  const day = groupValue(groups, reportDayGroup(kind, year))
  return typeof day === 'string' && isDay(day) ? day : null
}
