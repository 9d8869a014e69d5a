import { arrange, type Groups, groupValue, standingIn } from '../record/groups.ts'
import type { Standing } from '../record/writing.ts'
import type { Json } from '../values/json.ts'
import { sameJson } from '../values/same-json.ts'
import type { Change, Entity } from './frame.ts'
import { covers, seenChanges, type Vector } from './vector.ts'

/** A record as it stands in somebody's books. */
export interface BookRecord {
  readonly entity: Entity
  readonly record: string
  readonly groups: Groups
}

/** A copy of a unit's books: their records but those of the entity `run`, which its vector stands for. */
export interface Copy {
  /** By `recordKey`. */
  readonly records: ReadonlyMap<string, BookRecord>
  readonly vector: Vector
}

export interface MergeOptions {
  /** Whose books; `''` for those of all units that a PC keeps. */
  readonly unit: string
  /** Whether a value was sealed under a key that was dropped since, here or there. It comes to null, under its stamp. */
  readonly isDropped: (value: Json) => boolean
}

/**
 * What makes our copy of some books one that has seen all that the other has: the changes of one action (more than
 * `MAX_CHANGES` go as a chain). None where the other brings nothing.
 *
 * In each group those values stand that nobody has replaced: of ours those that the other has too or has not seen, and of
 * the other's those that we have not seen. What a copy has seen and does not have was replaced by somebody who saw it.
 * Stamps tell values apart and say what was seen; which is later decides only what is shown of several. So copies that
 * merge in whatever order, however often and whatever their clocks said, come to the same, and no value is lost that
 * its replacer did not see.
 */
export function merge(own: Copy, other: Copy, { unit, isDropped }: MergeOptions): Change[] {
  const changes: Change[] = []
  const blinded = (one: Standing): Standing => (isDropped(one.value) ? { ...one, value: null } : one)
  for (const [key, { entity, record }] of new Map([...own.records, ...other.records])) {
    const ours = own.records.get(key)?.groups ?? {}
    const theirs = other.records.get(key)?.groups ?? {}
    for (const group of Object.keys({ ...ours, ...theirs })) {
      const before = standingIn(ours[group])
      const [first, ...rest] = mergeGroup(before, own.vector, standingIn(theirs[group]), other.vector).map(blinded)
      if (first === undefined || isSame(before, [first, ...rest])) continue
      const { value, beside, ...written } = arrange([first, ...rest])
      const previous = groupValue(ours, group)
      changes.push({ entity, record, group, value, previous, written, ...(beside === undefined ? {} : { beside }) })
    }
  }
  return [...changes, ...seenChanges(unit, own.vector, other.vector)]
}

function mergeGroup(
  ours: readonly Standing[],
  seenByUs: Vector,
  theirs: readonly Standing[],
  seenByThem: Vector,
): readonly Standing[] {
  const has = (values: readonly Standing[], { stamp }: Standing) => values.some((one) => one.stamp === stamp)
  return [
    ...ours.filter((one) => has(theirs, one) || !covers(seenByThem, one.stamp)),
    ...theirs.filter((one) => !has(ours, one) && !covers(seenByUs, one.stamp)),
  ]
}

function isSame(before: readonly Standing[], after: readonly Standing[]): boolean {
  return (
    before.length === after.length &&
    before.every((one, index) => one.stamp === after[index]?.stamp && sameJson(one.value, after[index].value))
  )
}
