import { z } from '../parse.ts'

/**
 * The journal's unit of truth: one user action, stamped. The journal is a sequence of frames; the store is what comes
 * of applying them in order.
 */

/** What kinds of record there are. A `unit`, `report` or `entry` is edited; the others are written once and superseded. */
export const entities = ['unit', 'report', 'package', 'final', 'export', 'entry'] as const
export type Entity = (typeof entities)[number]

/** What a field group may hold. */
export type Json = z.infer<ReturnType<typeof z.json>>

/** Like `z.json()`, which takes ten times as long: an import has a hundred thousand values. */
const json = z.custom<Json>(isJson)

export const change = z.strictObject({
  entity: z.enum(entities),
  /** Id of the record within its entity: see the `*-record.ts` files. */
  record: z.string().min(1).max(300),
  /** The field group that changes as one: `profile`, `cell:requests.granted.person`. Long: a finding's id names its cells. */
  group: z.string().min(1).max(300),
  /** The new value; null removes the group. */
  value: json,
  /** What stood there before; null for nothing. Undo restores it. */
  previous: json,
})
export type Change = z.infer<typeof change>

/**
 * Changes in one frame. An import is one action, so that one undo takes it back, and takes 20,000 rows; an entry has up
 * to five field groups and some stages. Its undo is a frame of as many.
 */
export const MAX_CHANGES = 200_000

/** What the window asks to have recorded; main adds sequence number, clock and device. */
export const frameDraft = z.strictObject({
  /** What the clerk did, for history and the undo menu: `type`, `paste`, `state-zero`, `import`, `undo` … */
  action: z.string().min(1).max(60),
  author: z.string().max(60),
  /** Code of the unit that acts in the books of `unit` (代填); absent: the unit itself. */
  actingUnit: z.string().max(120).optional(),
  unit: z.string().max(120),
  year: z.int().min(1990).max(2200),
  changes: z.array(change).min(1).max(MAX_CHANGES),
  /** The sequence number of the frame that this one takes back. */
  undoOf: z.int().nonnegative().optional(),
})
export type FrameDraft = z.infer<typeof frameDraft>

export const FRAME_VERSION = 1

export const frame = z.strictObject({
  v: z.literal(FRAME_VERSION),
  /** 1, 2, 3 … without gaps. */
  seq: z.int().positive(),
  /** Hybrid logical clock, see hlc.ts: unique, and sorts as text. */
  hlc: z.string(),
  device: z.string(),
  ...frameDraft.shape,
})
export type Frame = z.infer<typeof frame>

/** What main adds to a draft. */
export type FrameStamp = Omit<Frame, keyof FrameDraft>

function isJson(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true
    case 'number':
      return Number.isFinite(value)
    case 'object':
      if (value === null) return true
      if (Array.isArray(value)) return value.every(isJson)
      return isPlain(value) && Object.values(value).every(isJson)
    default:
      return false
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}
