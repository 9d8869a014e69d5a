import { type Groups, groupValue } from '../record/groups.ts'
import type { Json } from '../values/json.ts'
import { sameJson } from '../values/same-json.ts'
import type { Change, Entity } from './frame.ts'

/** The change that puts `value` into a group; none where it stands there already. */
export function setGroup(entity: Entity, record: string, groups: Groups, group: string, value: Json): Change[] {
  const previous = groupValue(groups, group)
  return sameJson(previous, value) ? [] : [{ entity, record, group, value, previous }]
}
