import { Big } from 'big.js'
import type { Cell, CellKey, Form } from '../catalogue/forms/form.ts'
import type { Change } from '../journal/frame.ts'
import type { Adjustment, ReportId } from '../model/report/report-record.ts'
import type { Groups } from '../record/groups.ts'
import { addToAdjustment } from '../steps/aggregate/adjust.ts'
import { readAdjustments } from '../steps/aggregate/read-working-report.ts'
import { totalsOver } from '../steps/aggregate/totals-over.ts'
import { adjustmentEdit } from './report-changes.ts'

/** Stands between the reasons of a total that was adjusted along with several cells. */
const BETWEEN = '；'
/** What an adjustment's reason may hold. */
const LONGEST_REASON = 500

export interface SumChange {
  readonly key: CellKey
  /** By how much the sum changes from what stands there now: see `adjustBy()`. */
  readonly by: Adjustment['by']
  readonly reason: string
  /** The totals that the cell is part of change by as much (相关的总计跟着改). */
  readonly withTotals: boolean
}

/** Adjusts a sum in the desk's layer, on top of what was adjusted there before; an adjustment that comes to 0 is none. */
export function adjustSum(form: Form, id: ReportId, groups: Groups, change: SumChange): Change[] {
  const { key, by, withTotals } = change
  const reason = change.reason.trim()
  const adjustments = readAdjustments(form, groups)
  const totals = withTotals ? totalsOver(form, key) : []
  return [key, ...totals].flatMap((each) => {
    const cell = form.cells.get(each)
    const current = adjustments.get(each) ?? null
    if (cell === undefined) return []
    const why = each === key || current === null ? reason : withReason(current.reason, reason)
    return adjustmentEdit(id, groups, each, sumOf(cell, current, by, why))
  })
}

/** Takes a cell's adjustment off; totals that were adjusted along with it, for the same reason, go back by as much. */
export function dropAdjustment(form: Form, id: ReportId, groups: Groups, key: CellKey): Change[] {
  const adjustments = readAdjustments(form, groups)
  const dropped = adjustments.get(key)
  if (dropped === undefined) return []
  const back = new Big(dropped.by).times(-1).toFixed()
  const over = totalsOver(form, key)
  const others = [...adjustments].filter(([other]) => other !== key && !over.includes(other))
  const totals = over.flatMap((total) => {
    const cell = form.cells.get(total)
    const current = adjustments.get(total)
    if (cell === undefined || current === undefined || !names(current.reason, dropped.reason)) return []
    // Another cell may be adjusted for the same reason, which then still holds for the total.
    const isNeeded = others.some(
      ([other, { reason }]) => reason === dropped.reason && totalsOver(form, other).includes(total),
    )
    const why = isNeeded ? current.reason : withoutReason(current.reason, dropped.reason)
    return adjustmentEdit(id, groups, total, sumOf(cell, current, back, why))
  })
  return [...adjustmentEdit(id, groups, key, null), ...totals]
}

function sumOf(cell: Cell, current: Adjustment | null, by: Adjustment['by'], reason: string): Adjustment | null {
  const sum = addToAdjustment(cell, current, by)
  return Number(sum) === 0 ? null : { by: sum, reason }
}

const fenced = (reason: string): string => `${BETWEEN}${reason}${BETWEEN}`
const names = (reasons: string, reason: string): boolean => fenced(reasons).includes(fenced(reason))

function withReason(reasons: string, reason: string): string {
  return names(reasons, reason) ? reasons : `${reasons}${BETWEEN}${reason}`.slice(0, LONGEST_REASON)
}

/** The last reason stays, where nothing else says why. */
function withoutReason(reasons: string, reason: string): string {
  const rest = fenced(reasons).replace(fenced(reason), BETWEEN).slice(BETWEEN.length, -BETWEEN.length)
  return rest === '' ? reasons : rest
}
