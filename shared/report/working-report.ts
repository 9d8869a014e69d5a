import type { CellKey } from '../forms/form.ts'
import type { Adjustment, ReportId } from '../records/report-record.ts'
import type { Report } from './report.ts'

/**
 * How a shown figure came about: typed by the clerk, computed from its parts, summed from the units below, or summed
 * and adjusted by the desk. Absent: the cell is empty.
 */
export type FigureOrigin = 'typed' | 'computed' | 'summed' | 'adjusted'

/** A report as the screens show it and as it would be submitted now. */
export interface WorkingReport {
  readonly id: ReportId
  readonly report: Report
  readonly origin: ReadonlyMap<CellKey, FigureOrigin>
  /** Why an error is left standing, by finding id. */
  readonly reasons: ReadonlyMap<string, string>
  readonly adjustments: ReadonlyMap<CellKey, Adjustment>
}
