import { type Groups, standingIn } from '../record/groups.ts'
import type { Standing } from '../record/writing.ts'
import { sameJson } from '../values/same-json.ts'

/** A field group in which different values stand that nobody has replaced: a person chooses. */
export interface Conflict {
  readonly group: string
  /** One of each value, the shown one first. */
  readonly values: readonly Standing[]
}

/** The conflicts of a record; a value and its deletion are one, too. None in nearly every record. */
export function conflictsIn(groups: Groups): Conflict[] {
  return Object.entries(groups).flatMap(([group, stamped]) => {
    if (stamped.beside === undefined) return []
    const values = standingIn(stamped).filter(
      (one, index, all) => all.findIndex(({ value }) => sameJson(value, one.value)) === index,
    )
    return values.length > 1 ? [{ group, values }] : []
  })
}
