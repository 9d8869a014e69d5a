import type { CellKey } from '../../catalogue/forms/form.ts'
import type { CellValue, Report } from './report.ts'
import type { Adjustment, ReportId } from './report-record.ts'

/**
 * How a shown figure came about: typed by the clerk, derived from the registers, computed from its parts, or summed
 * from the units below. `adjusted`: of a unit's own figures one that was typed over the derived one; of a sum one that
 * the desk changed. Absent: the cell is empty.
 */
export type FigureOrigin = 'typed' | 'derived' | 'computed' | 'summed' | 'adjusted'

/** What the registers give, whatever was typed over it. */
export interface DerivedValues {
  readonly cells: ReadonlyMap<CellKey, CellValue>
  readonly supplement: Readonly<Record<string, CellValue>>
}

/** A report as the screens show it and as it would be submitted now. */
export interface WorkingReport {
  readonly id: ReportId
  readonly report: Report
  readonly origin: ReadonlyMap<CellKey, FigureOrigin>
  /** The same of the supplement's figures (补充数字), by their keys. */
  readonly supplementOrigin?: ReadonlyMap<string, FigureOrigin>
  /** Why an error is left standing, by finding id. */
  readonly reasons: ReadonlyMap<string, string>
  readonly adjustments: ReadonlyMap<CellKey, Adjustment>
  /** Of a unit's own figures: what stands beside an override. */
  readonly derived?: DerivedValues
  /**
   * Why a derived figure was typed over, by key of the cell or the figure of the supplement. Of a received report: what the
   * unit said of any figure it adjusted.
   */
  readonly overrides?: ReadonlyMap<string, string>
}
