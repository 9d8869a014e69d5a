import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import { amountOf, type FigureSpec } from '../../model/report/figure.ts'
import { isZero } from '../../model/report/is-zero.ts'
import { type CellValue, type Layer, narrativeKeys, type Report } from '../../model/report/report.ts'
import { supplementKind } from '../../model/report/report-json.ts'
import { sameFigure } from '../../model/report/same-figure.ts'
import type { FigureOrigin, WorkingReport } from '../../model/report/working-report.ts'

/** A figure that is no longer what was submitted. */
export interface SubmittedChange<Key extends string = string> {
  readonly key: Key
  readonly submitted: CellValue
  readonly now: CellValue
}

/** How a report differs from what was submitted, or finalised, of its year. */
export interface SubmittedChanges {
  readonly cells: readonly SubmittedChange<CellKey>[]
  /** Those of `cells` that are sums over others of `cells`: they come right with them. */
  readonly following: ReadonlySet<CellKey>
  /** 补充数字. Of a desk's sum none: nobody can adjust them there. */
  readonly supplement: readonly SubmittedChange[]
  /** Sections, and `preface`, whose words were changed: text, notes, remarks. */
  readonly texts: readonly string[]
}

/** Whether anything is to be said of the figures. */
export function hasChangedFigures({ cells, supplement }: SubmittedChanges): boolean {
  return cells.length > 0 || supplement.length > 0
}

/**
 * Compares a report as it stands with what was submitted of the same year. What was empty and is now 0 by the registers
 * or by its parts is no change: it adds nothing, and the clerk wrote nothing.
 */
export function submittedChanges(form: Form, submitted: Report, working: WorkingReport): SubmittedChanges {
  const { report, origin, supplementOrigin } = working
  const { layer } = working.id
  const changed = (spec: FigureSpec, before: CellValue, now: CellValue, from: FigureOrigin | undefined): boolean =>
    !isSame(spec, layer, before, now, from)

  const cells = [...form.cells].flatMap(([key, cell]) => {
    const [before, now] = [submitted.cells[key] ?? null, report.cells[key] ?? null]
    return changed(cell, before, now, origin.get(key)) ? [{ key, submitted: before, now }] : []
  })
  const known = [...new Set([...Object.keys(submitted.supplement), ...Object.keys(report.supplement)])]
  const supplement = known.flatMap((key) => {
    if (layer === 'total') return []
    const [before, now] = [submitted.supplement[key] ?? null, report.supplement[key] ?? null]
    const spec = { kind: supplementKind(form, key) }
    return changed(spec, before, now, supplementOrigin?.get(key)) ? [{ key, submitted: before, now }] : []
  })
  return { cells, following: following(form, cells, origin), supplement, texts: changedTexts(form, submitted, report) }
}

function isSame(
  spec: FigureSpec,
  layer: Layer,
  submitted: CellValue,
  now: CellValue,
  from: FigureOrigin | undefined,
): boolean {
  if (submitted === now) return true
  // A sum cannot be adjusted to empty or `--`: what counts is what it adds up to.
  if (layer === 'total') {
    const [left, right] = [amountOf(spec, submitted), amountOf(spec, now)]
    return left !== null && right !== null && left.eq(right)
  }
  if (submitted === null) return isZero(now) && from !== 'typed'
  return now !== null && sameFigure(spec, now, submitted)
}

function following(
  form: Form,
  cells: readonly SubmittedChange<CellKey>[],
  origin: WorkingReport['origin'],
): ReadonlySet<CellKey> {
  const keys = new Set(cells.map(({ key }) => key))
  const sums = form.totals.filter(({ key, parts }) => {
    const from = origin.get(key)
    return keys.has(key) && (from === 'computed' || from === 'summed') && parts.some((part) => keys.has(part))
  })
  return new Set(sums.map(({ key }) => key))
}

function changedTexts(form: Form, submitted: Report, now: Report): string[] {
  const isChanged = (before: string | undefined, after: string | undefined): boolean =>
    (before ?? '').trim() !== (after ?? '').trim()
  const narrative = narrativeKeys.filter((key) => isChanged(submitted.narrative[key], now.narrative[key]))
  const notes = form.tables.map(({ id }) => id).filter((id) => isChanged(submitted.notes[id], now.notes[id]))
  const remarks = [...form.cells].flatMap(([key, { table }]) =>
    isChanged(submitted.remarks[key], now.remarks[key]) ? [table] : [],
  )
  const changed = new Set<string>([...narrative, ...notes, ...remarks])
  return ['preface', ...form.definition.sections.map(({ id }) => id)].filter((id) => changed.has(id))
}
