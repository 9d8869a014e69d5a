import type { Json } from '../values/json.ts'
import type { Standing } from './writing.ts'

/**
 * What stands in a field group: the shown value, and `beside` it other values that nobody has replaced, the latest
 * first; absent where there are none, as nearly always.
 */
export interface Stamped extends Standing {
  readonly beside?: readonly Standing[]
}

/** The field groups of one record, by name; a removed group stays with value null, so that its stamp is kept. */
export type Groups = Readonly<Record<string, Stamped>>

/** What a group shows; null where there is nothing. */
export function groupValue(groups: Groups, group: string): Json {
  return groups[group]?.value ?? null
}

/** Everything that stands in a group, the shown value first. */
export function standingIn(stamped: Stamped | undefined): readonly Standing[] {
  if (stamped === undefined) return []
  const { beside, ...shown } = stamped
  return beside === undefined ? [shown] : [shown, ...beside]
}

/** Values that nobody has replaced, as a group: shown is the latest that is not null, for a value stands above its deletion. */
export function arrange(standing: readonly [Standing, ...Standing[]]): Stamped {
  const [only] = standing
  if (standing.length === 1) return only
  const latest = standing.toSorted((a, b) => (a.stamp > b.stamp ? -1 : 1))
  const shown = latest.find(({ value }) => value !== null) ?? latest[0] ?? only
  return { ...shown, beside: latest.filter((one) => one !== shown) }
}
