import { Big } from 'big.js'
import type { CellKey, Form } from '../../../shared/forms/form.ts'
import type { Change } from '../../../shared/records/frame.ts'
import type { Groups } from '../../../shared/records/record.ts'
import { adjustmentEdit } from '../../../shared/records/report-changes.ts'
import type { Adjustment, ReportId } from '../../../shared/records/report-record.ts'
import { addToAdjustment } from '../../../shared/report/adjust.ts'
import { totalsOver } from '../../../shared/report/totals-over.ts'

/** Takes a cell's adjustment off; totals that were adjusted along with it, for the same reason, go back by as much. */
export function dropAdjustment(
  form: Form,
  id: ReportId,
  groups: Groups,
  key: CellKey,
  adjustments: ReadonlyMap<CellKey, Adjustment>,
): Change[] {
  const dropped = adjustments.get(key)
  if (dropped === undefined) return []
  const back = new Big(dropped.by).times(-1).toFixed()
  const totals = totalsOver(form, key).flatMap((total) => {
    const cell = form.cells.get(total)
    const current = adjustments.get(total)
    if (cell === undefined || current === undefined || current.reason !== dropped.reason) return []
    const by = addToAdjustment(cell, current, back)
    return adjustmentEdit(id, groups, total, Number(by) === 0 ? null : { by, reason: current.reason })
  })
  return [...adjustmentEdit(id, groups, key, null), ...totals]
}
