import type { CellKey } from '../../catalogue/forms/form.ts'
import { type Place, placeId } from './place.ts'
import type { CellValue, UnitName } from './report.ts'

export type Severity = 'error' | 'warning'

/** One broken rule. `findingMessage()` in wording/ turns it into a sentence. */
export interface Finding {
  /** As `ogi check` prints it: a rule of the program (`RuleCode`), or one of the form's own. */
  readonly rule: string
  readonly severity: Severity
  /** What it is about: of an equation the total or the left side. */
  readonly place: Place
  /** Every cell of the equation, that of its place first; of a single cell that one; empty for any other place. */
  readonly cells: readonly CellKey[]
  /** Sum of the parts, or the left side; what should stand. */
  readonly expected: CellValue
  /** The total, or the right side; what stands. */
  readonly actual: CellValue
  /** Whose figure it is, where a sum could not take it in or it stands out among those of other units. */
  readonly unit?: UnitName
  /** Of a desk's sum: those whose own figures break the rule at this place. Absent: that is not known. */
  readonly causes?: readonly UnitName[]
}

/**
 * Identity of a finding from one check to the next: its rule and its place, not its figures. No rule has two equations
 * with the same total or left side.
 */
export function findingId({
  rule,
  place,
  unit,
}: {
  readonly rule: string
  readonly place: Place
  readonly unit?: UnitName
}): string {
  const id = `${rule}|${placeId(place)}`
  return unit === undefined ? id : `${id}|${unit.code}`
}

/** Where a clerk goes to settle it: of a table the first of the cells that it names. */
export function goalOf({ place, cells }: Finding): Place {
  const [cell] = cells
  return place.kind === 'table' && cell !== undefined ? { kind: 'cell', cell } : place
}
