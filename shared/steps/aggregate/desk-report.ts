import { Big } from 'big.js'
import type { Cell, CellKey, Form } from '../../catalogue/forms/form.ts'
import { amountOf, toCellValue } from '../../model/report/figure.ts'
import type { CellValue, Report, UnitName } from '../../model/report/report.ts'
import type { Adjustment, ReportId } from '../../model/report/report-record.ts'
import type { FigureOrigin, WorkingReport } from '../../model/report/working-report.ts'
import type { Groups } from '../../record/groups.ts'
import { readAdjustments, readReasons, readTexts } from './read-working-report.ts'
import { type Aggregate, sumOfTally } from './sum-of-tally.ts'
import { changeTally, type Tally } from './tally.ts'

export interface DeskReport {
  readonly working: WorkingReport
  /** Figures of the units that could not be added, and whose they are. */
  readonly unreadable: Aggregate['findings']
}

/**
 * The total of a desk: what the units below sent (`sent`) and the desk's own figures, summed as they stand (totals too),
 * then the desk's adjustments. Its texts are its own (`groups`: the record of layer `total`).
 */
export function deskReport(
  form: Form,
  id: ReportId,
  unit: UnitName,
  groups: Groups,
  sent: Tally,
  own: Report,
): DeskReport {
  const { report: sum, findings } = sumOfTally(form, changeTally(form, sent, { added: [own] }), id.year, unit)
  const adjustments = readAdjustments(form, groups)
  const cells: Record<CellKey, CellValue> = { ...sum.cells }
  const unreadable = new Set(findings.flatMap((finding) => finding.cells))
  const origin = new Map<CellKey, FigureOrigin>()
  for (const [key, cell] of form.cells) {
    const adjustment = adjustments.get(key)
    // A sum that could not be made stays empty: an adjustment alone would look like one.
    if (adjustment !== undefined && !unreadable.has(key)) {
      cells[key] = adjusted(cell, cells[key] ?? null, adjustment)
      origin.set(key, 'adjusted')
    } else if ((cells[key] ?? null) !== null) origin.set(key, 'summed')
  }
  const supplementOrigin = new Map(
    Object.entries(sum.supplement).flatMap(([key, value]) =>
      value === null ? [] : [[key, 'summed' as const] as const],
    ),
  )
  const report: Report = { ...sum, cells, ...readTexts(form, groups) }
  return {
    working: { id, report, origin, supplementOrigin, reasons: readReasons(groups), adjustments },
    unreadable: findings,
  }
}

/** Exact. Empty and not applicable count as 0. */
function adjusted(cell: Cell, value: CellValue, { by }: Adjustment): CellValue {
  return toCellValue(cell, (amountOf(cell, value) ?? new Big(0)).plus(new Big(by)))
}
