import type { Change, Entity, Json } from './frame.ts'
import { sameJson } from './same-json.ts'

/** A value with the stamp of the frame that wrote it: what undo and, later, merge compare. */
export interface Stamped {
  readonly value: Json
  readonly stamp: string
  readonly author: string
}

/** The field groups of one record, by name; a removed group stays with value null, so that its stamp is kept. */
export type Groups = Readonly<Record<string, Stamped>>

/** What a group holds; null where there is none. */
export function groupValue(groups: Groups, group: string): Json {
  return groups[group]?.value ?? null
}

/** The change that puts `value` into a group; none where it stands there already. */
export function setGroup(entity: Entity, record: string, groups: Groups, group: string, value: Json): Change[] {
  const previous = groupValue(groups, group)
  return sameJson(previous, value) ? [] : [{ entity, record, group, value, previous }]
}
