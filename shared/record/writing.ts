import type { Json } from '../values/json.ts'
import { z } from '../values/parse.ts'

const writing = z.strictObject({
  stamp: z.string().min(1).max(80),
  author: z.string().max(60),
  device: z.string().max(60),
  actingUnit: z.string().max(120).optional(),
})

/** Who wrote a value, on which PC, and under which stamp. */
export interface Writing {
  readonly stamp: string
  readonly author: string
  readonly device: string
  /** Code of the unit that wrote it in another's books (代填); absent: the unit itself. */
  readonly actingUnit?: string
}

export interface Written extends Writing {
  /** Who first wrote the group; absent: whoever wrote this value. */
  readonly began?: Writing
}
export const written = z.strictObject({ ...writing.shape, began: writing.optional() })

/** A value that nobody has replaced. */
export interface Standing extends Written {
  readonly value: Json
}
export const standing = z.strictObject({ ...written.shape, value: z.json() })

/** A value that a frame writes anew beside another: stamped just before it, in their order. */
export interface StandingAgain {
  readonly value: Json
  readonly began?: Writing
}
export const standingAgain = z.strictObject({ value: z.json(), began: writing.optional() })
