import { Big } from 'big.js'
import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import { amountOf, type FigureSpec, readFigure, toCellValue } from '../../model/report/figure.ts'
import type { Finding } from '../../model/report/finding.ts'
import { type CellValue, NOT_APPLICABLE, type Report, type UnitName } from '../../model/report/report.ts'
import { emptyReport, supplementKind } from '../../model/report/report-json.ts'

/** A figure that could not be added, and whose it is. */
export interface SourceFinding extends Finding {
  readonly unit: UnitName
}

export interface Aggregate {
  readonly report: Report
  /** One `value` finding for each unit's figure that cannot be read; the sum of that cell is empty. */
  readonly findings: readonly SourceFinding[]
}

export interface AggregateOptions {
  /** Whose report the sum is. */
  readonly unit: UnitName
  readonly year: number
  /** Cells that one unit alone fills, by that unit's code: what the others sent there is left out. */
  readonly sources?: ReadonlyMap<CellKey, string>
}

/**
 * Adds the figures of reports of one form and year, cell by cell and as submitted, totals too, so that a unit's wrong
 * total is seen in the sum and not mended in passing. Empty + empty = empty, n/a + n/a = n/a, n/a + x = x. Texts,
 * statements and presentation don't add up and are left empty. The order of the reports does not matter.
 * Throws on a report of another form or year: the caller has sorted those out and said so.
 */
export function aggregate(form: Form, reports: readonly Report[], options: AggregateOptions): Aggregate {
  const { unit, year, sources } = options
  const stranger = reports.find((report) => report.form !== form.id || report.year !== year)
  if (stranger !== undefined) throw new Error(`cannot add a report of form ${stranger.form} for ${stranger.year}`)
  const findings: SourceFinding[] = []
  const sorted = reports.toSorted(
    (a, b) => compareText(a.unit.code, b.unit.code) || compareText(a.unit.name, b.unit.name),
  )
  const add = (spec: FigureSpec, given: readonly Submitted[], about: Pick<Finding, 'place' | 'cells'>): CellValue => {
    const { sum, unreadable } = addFigures(spec, given)
    for (const source of unreadable) {
      findings.push({
        rule: 'value',
        severity: 'error',
        ...about,
        expected: null,
        actual: source.value,
        unit: source.unit,
      })
    }
    return sum
  }
  const cells: Record<CellKey, CellValue> = {}
  for (const [key, cell] of form.cells) {
    const source = sources?.get(key)
    const given = sorted
      .filter((report) => source === undefined || report.unit.code === source)
      .map((report) => ({ unit: report.unit, value: report.cells[key] ?? null }))
    cells[key] = add(cell, given, { place: { kind: 'cell', cell: key }, cells: [key] })
  }
  const supplement: Record<string, CellValue> = {}
  for (const key of [...new Set(sorted.flatMap((report) => Object.keys(report.supplement)))].sort()) {
    const given = sorted.map((report) => ({ unit: report.unit, value: report.supplement[key] ?? null }))
    supplement[key] = add({ kind: supplementKind(form, key) }, given, {
      place: { kind: 'supplement', figure: key },
      cells: [],
    })
  }
  return { report: { ...emptyReport(form, year, unit), cells, supplement }, findings }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface Submitted {
  readonly unit: UnitName
  readonly value: CellValue
}

function addFigures(spec: FigureSpec, given: readonly Submitted[]): { sum: CellValue; unreadable: Submitted[] } {
  const unreadable = given.filter(({ value }) => readFigure(spec, value).kind === 'unreadable')
  if (unreadable.length > 0) return { sum: null, unreadable }
  const kinds = new Set(given.map(({ value }) => readFigure(spec, value).kind))
  if (!kinds.has('count') && !kinds.has('money')) {
    return { sum: kinds.has('notApplicable') ? NOT_APPLICABLE : null, unreadable }
  }
  const sum = given.reduce((total, { value }) => total.plus(amountOf(spec, value) ?? 0), new Big(0))
  return { sum: toCellValue(spec, sum), unreadable }
}
