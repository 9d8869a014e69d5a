import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import { amountOf } from '../../model/report/figure.ts'
import { type CellValue, NOT_APPLICABLE, type Report } from '../../model/report/report.ts'
import type { WorkingReport } from '../../model/report/working-report.ts'

/** A report of last year with the form that it is in. */
export interface LastReport {
  readonly form: Form
  readonly report: Report
  /** It went out; else it is the year as it stands. */
  readonly isSubmitted: boolean
}

/**
 * With what a year begins, in one place. Last year's report is what was sent of it, else last year as it stands.
 * - Stocks (现行有效, 事项数): what was typed for this very year, else last year's report; see `openingStocks()`.
 * - Requests carried over: what was typed over the cell, else the entries of the register, each with its real dates; only
 *   where no register is kept, last year's report, at a press of a button. Otherwise it is what they are compared with:
 *   a request counts because it is there, never because a figure says so.
 *
 * Null where last year says nothing.
 */
export function lastReport(form: Form | null, submitted: Report | null, standing: Report | null): LastReport | null {
  if (form === null) return null
  if (submitted !== null && submitted.form === form.id) return { form, report: submitted, isSubmitted: true }
  const hasFigures = standing !== null && Object.values(standing.cells).some((value) => value !== null)
  return hasFigures ? { form, report: standing, isSubmitted: false } : null
}

/** A figure that this year takes over from a cell of last year's report as it is (上年结转). */
export interface CarriedFigure {
  readonly key: CellKey
  /** Of last year's form. */
  readonly lastKey: CellKey
  /** What last year's report handed on; never empty. */
  readonly lastYear: CellValue
  /** What the registers give; null where none is kept. */
  readonly counted: CellValue
  /** What stands in this year's cell. */
  readonly now: CellValue
  /** The registers say another number than last year's report. */
  readonly differs: boolean
}

/** The figures that this year carries over, in the order of the form, totals left out: they follow. */
export function carriedFigures(form: Form, working: WorkingReport, last: LastReport): CarriedFigure[] {
  return carriedCells(form).flatMap(({ key, from }) => {
    const lastKey = last.form.key(from)
    const cell = form.cells.get(key)
    const lastYear = lastKey === null ? null : (last.report.cells[lastKey] ?? null)
    if (cell === undefined || lastKey === null || lastYear === null || lastYear === NOT_APPLICABLE) return []
    const counted = working.derived?.cells.get(key) ?? null
    const [left, right] = [amountOf(cell, lastYear), amountOf(cell, counted)]
    const differs = counted !== null && (left === null || right === null || !left.eq(right))
    return [{ key, lastKey, lastYear, counted, now: working.report.cells[key] ?? null, differs }]
  })
}

/** Cells that the form's rules make equal to one cell of last year. */
export function carriedCells(form: Form): readonly { readonly key: CellKey; readonly from: string }[] {
  const totals = new Set(form.totals.map(({ key }) => key))
  return form.equations.flatMap(({ occasion, relation, left, right }) => {
    const [own, before] = [left[0], right[0]]
    if (occasion !== 'last-year' || relation !== 'equal' || left.length !== 1 || right.length !== 1) return []
    if (own?.of !== 'this-year' || before?.of !== 'last-year' || own.minus || before.minus) return []
    return totals.has(own.key) ? [] : [{ key: own.key, from: before.key }]
  })
}
