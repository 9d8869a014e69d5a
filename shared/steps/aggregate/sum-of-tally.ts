import { Big } from 'big.js'
import type { CellKey, Form } from '../../catalogue/forms/form.ts'
import { type FigureSpec, toCellValue } from '../../model/report/figure.ts'
import type { Finding } from '../../model/report/finding.ts'
import { type CellValue, NOT_APPLICABLE, type Report, type UnitName } from '../../model/report/report.ts'
import { emptyReport, supplementKind } from '../../model/report/report-json.ts'
import type { FigureTally, Tally } from './tally.ts'

/** A figure that could not be added, and whose it is. */
export interface SourceFinding extends Finding {
  readonly unit: UnitName
}

export interface Aggregate {
  readonly report: Report
  /** One `value` finding for each unit's figure that cannot be read; the sum of that cell is empty. */
  readonly findings: readonly SourceFinding[]
}

/** The report that a tally is of. Texts, statements and presentation don't add up and are left empty. */
export function sumOfTally(form: Form, { cells, supplement }: Tally, year: number, unit: UnitName): Aggregate {
  const empty = emptyReport(form, year, unit)
  const sums: Record<CellKey, CellValue> = { ...empty.cells }
  const findings: SourceFinding[] = []
  for (const [key, cell] of form.cells) {
    const tally = cells[key]
    if (tally === undefined) continue
    sums[key] = sumOf(cell, tally)
    findings.push(...unreadable(tally, { place: { kind: 'cell', cell: key }, cells: [key] }))
  }
  const figures: Record<string, CellValue> = {}
  for (const [key, tally] of Object.entries(supplement)) {
    figures[key] = sumOf({ kind: supplementKind(form, key) }, tally)
    findings.push(...unreadable(tally, { place: { kind: 'supplement', figure: key }, cells: [] }))
  }
  return { report: { ...empty, cells: sums, supplement: figures }, findings }
}

function sumOf(spec: FigureSpec, { sum, filled, notApplicable, unreadable: told }: FigureTally): CellValue {
  if (told.length > 0) return null
  if (filled > 0) return toCellValue(spec, new Big(sum))
  return notApplicable > 0 ? NOT_APPLICABLE : null
}

function unreadable(tally: FigureTally, about: Pick<Finding, 'place' | 'cells'>): SourceFinding[] {
  return tally.unreadable.map(({ unit, value }) => ({
    rule: 'value',
    severity: 'error',
    ...about,
    expected: null,
    actual: value,
    unit,
  }))
}
