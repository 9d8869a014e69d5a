import type { CellKey } from '../../catalogue/forms/form.ts'
import type { CellValue, UnitName } from './report.ts'

export type Severity = 'error' | 'warning'

/** One broken rule. `findingMessage()` in wording/ turns it into a sentence. */
export interface Finding {
  /** As `ogi check` prints it: a rule of the program (`RuleCode`), or one of the form's own. */
  readonly rule: string
  readonly severity: Severity
  /** Every cell of the equation, the total or left side first. */
  readonly cells: readonly CellKey[]
  /** Sum of the parts, or the left side; what should stand. */
  readonly expected: CellValue
  /** The total, or the right side; what stands. */
  readonly actual: CellValue
  /** The section or table that it is about as a whole, with `cells` empty (`missing-section`, `empty-table`). */
  readonly section?: string
  /** The supplement figure that it is about; `cells` is empty then. */
  readonly supplement?: string
  /** Whose figure it is, where a sum could not take it in. */
  readonly unit?: UnitName
}

/**
 * Identity of a finding from one check to the next: its rule and its place, not its figures. The first cell is enough:
 * no rule has two equations with the same total or left side.
 */
export function findingId({
  rule,
  section,
  supplement,
  cells,
  unit,
}: Pick<Finding, 'section' | 'supplement' | 'unit'> & {
  readonly rule: string
  readonly cells: readonly string[]
}): string {
  const place = `${rule}|${section ?? supplement ?? cells[0] ?? ''}`
  return unit === undefined ? place : `${place}|${unit.code}`
}
