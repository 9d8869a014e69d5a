import type { CellKey } from '../../../shared/catalogue/forms/form.ts'
import type { Finding, Severity } from '../../../shared/model/report/finding.ts'
import type { FoldedFinding } from '../../../shared/steps/check/causes.ts'

/** `follow-on`: broken only because another figure is, and mended with it. */
export type CellMark = Severity | 'follow-on'

const weight: Readonly<Record<CellMark, number>> = { error: 3, warning: 2, 'follow-on': 1 }

/**
 * Which cells carry a mark: the first of each finding, its total or left side. The parts of a broken equation are not
 * marked as wrong, so that nobody mends a right figure; they light up while one of them is focused.
 */
export function markedCells(folded: readonly FoldedFinding[]): ReadonlyMap<CellKey, CellMark> {
  const marks = new Map<CellKey, CellMark>()
  const mark = ({ place }: Finding, as: CellMark): void => {
    if (place.kind !== 'cell') return
    const before = marks.get(place.cell)
    if (before === undefined || weight[before] < weight[as]) marks.set(place.cell, as)
  }
  for (const { cause, followOns } of folded) {
    mark(cause, cause.severity)
    for (const finding of followOns) mark(finding, 'follow-on')
  }
  return marks
}

/** The findings about a cell that this one has a part in, those that begin with it first, errors before warnings. */
export function findingsOf(key: CellKey, findings: readonly Finding[]): Finding[] {
  const rank = ({ cells, severity }: Finding): number => (cells[0] === key ? 0 : 2) + (severity === 'error' ? 0 : 1)
  return findings
    .filter(({ place, cells }) => place.kind === 'cell' && cells.includes(key))
    .sort((a, b) => rank(a) - rank(b))
}
