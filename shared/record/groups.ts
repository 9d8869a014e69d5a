import type { Json } from '../values/json.ts'

/** Who wrote a value, and under which stamp. */
export interface Writing {
  readonly stamp: string
  readonly author: string
  /** Code of the unit that wrote it in another's books (代填); absent: the unit itself. */
  readonly actingUnit?: string
}

/** A value with the stamp of the frame that wrote it: what undo and, later, merge compare. */
export interface Stamped extends Writing {
  readonly value: Json
  /** Who first wrote the group; absent: whoever wrote this value. */
  readonly began?: Writing
}

/** The field groups of one record, by name; a removed group stays with value null, so that its stamp is kept. */
export type Groups = Readonly<Record<string, Stamped>>

/** What a group holds; null where there is none. */
export function groupValue(groups: Groups, group: string): Json {
  return groups[group]?.value ?? null
}
