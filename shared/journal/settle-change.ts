import { type Groups, groupValue, standingIn } from '../record/groups.ts'
import { sameJson } from '../values/same-json.ts'
import type { Change } from './frame.ts'

/**
 * A change that was asked for, as it is to be written where `groups` stand; none where it changes nothing. One without
 * `beside` is an edit: it replaces what is shown, and the other values stay beside it. With `beside` it says itself what
 * stays: settling says nothing does.
 */
export function settleChange(asked: Change, groups: Groups): Change[] {
  const { group, value, written, beside } = asked
  const previous = groupValue(groups, group)
  if (written !== undefined || beside !== undefined) return [{ ...asked, previous }]
  if (sameJson(previous, value)) return []
  const others = standingIn(groups[group]).filter((one) => !sameJson(one.value, previous))
  return [{ ...asked, previous, ...(others.length === 0 ? {} : { beside: others }) }]
}

/** The change by which a person chooses one of the values that stand in a group: it replaces all of them. */
export function choose(
  place: Pick<Change, 'entity' | 'record' | 'group'>,
  groups: Groups,
  value: Change['value'],
): Change {
  return { ...place, value, previous: groupValue(groups, place.group), beside: [] }
}
