import type { Json } from './frame.ts'

/** A value with the stamp of the frame that wrote it: what undo and, later, merge compare. */
export interface Stamped {
  readonly value: Json
  readonly stamp: string
  readonly author: string
}

/** The field groups of one record, by name; a removed group stays with value null, so that its stamp is kept. */
export type Groups = Readonly<Record<string, Stamped>>
