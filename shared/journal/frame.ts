import { type Standing, type StandingAgain, standing, standingAgain, type Written, written } from '../record/writing.ts'
import type { Json } from '../values/json.ts'
import { z } from '../values/parse.ts'

/**
 * The journal's unit of truth: one user action, stamped. The journal is a sequence of frames; the store is what comes
 * of applying them in order.
 */

/**
 * What kinds of record there are; to the journal and the merge no more than names. A `unit`, `report` or `entry` is edited;
 * `package`, `final` and `export` are written once and superseded. `desk`: what was decided on submissions. `catalogue`: what
 * an assignment brings, `form|<id>` among it. `run`: what this copy has seen of a run, see vector.ts.
 */
export const entities = ['unit', 'report', 'package', 'final', 'export', 'desk', 'entry', 'catalogue', 'run'] as const
export type Entity = (typeof entities)[number]

/**
 * One field group set anew, whole: what stood in it is replaced by `value` and what lies in `beside`, whoever wrote it.
 * So a frame is an assignment, and applying frames by `seq` gives the same store however clocks went.
 */
export interface Change {
  readonly entity: Entity
  /** Id of the record within its entity: see the `*-record.ts` files. At most 300 characters, as the group. */
  readonly record: string
  /** The field group that changes as one: `profile`, `cell:requests.granted.person`. Long: a finding's id names its cells. */
  readonly group: string
  /** The new value; null removes the group. */
  readonly value: Json
  /** What was shown there before; null for nothing. */
  readonly previous: Json
  /** Where the value was written elsewhere (merge, restore, handover); absent: written now, by this frame. Null: as if nothing was ever written. */
  readonly written?: Written | null
  /** Other values that nobody has replaced. Those without a stamp are written now, too. */
  readonly beside?: readonly (Standing | StandingAgain)[]
}

/** Looked at by hand: an import has tens of thousands, and a schema of their parts takes ten times as long. */
export const change = z.custom<Change>(isChange)

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
  /** The report year; null where the action is of none (a form that an assignment brought, a merge). */
  year: z.int().min(1990).max(2200).nullable(),
  changes: z.array(change).min(1).max(MAX_CHANGES),
  /** The sequence number of the frame that this one takes back. */
  undoOf: z.int().nonnegative().optional(),
  /** Part `index` (0 …) of an action of more changes than one frame holds; see chain.ts. */
  chain: z
    .strictObject({ id: z.string().min(1).max(60), of: z.int().min(2).max(1000), index: z.int().nonnegative() })
    .optional(),
})
export type FrameDraft = z.infer<typeof frameDraft>

export const FRAME_VERSION = 1

export const frame = z.strictObject({
  v: z.literal(FRAME_VERSION),
  /** 1, 2, 3 … without gaps. */
  seq: z.int().positive(),
  /** Hybrid logical clock, see hlc.ts: unique; ends in the run. */
  hlc: z.string(),
  /** The PC. */
  device: z.string(),
  ...frameDraft.shape,
})
export type Frame = z.infer<typeof frame>

/** What main adds to a draft. */
export type FrameStamp = Omit<Frame, keyof FrameDraft>

const changeKeys = ['entity', 'record', 'group', 'value', 'previous', 'written', 'beside']
const besides = z.array(z.union([standing, standingAgain])).max(1000)

function isChange(value: unknown): value is Change {
  if (typeof value !== 'object' || value === null) return false
  const fields: Readonly<Partial<Record<string, unknown>>> = { ...value }
  const { entity, record, group, value: after, previous, written: elsewhere, beside } = fields
  return (
    Object.keys(value).every((key) => changeKeys.includes(key)) &&
    entities.some((one) => one === entity) &&
    isName(record) &&
    isName(group) &&
    isJson(after) &&
    isJson(previous) &&
    (elsewhere === undefined || (elsewhere === null && after === null) || written.safeParse(elsewhere).success) &&
    (beside === undefined || besides.safeParse(beside).success)
  )
}

const isName = (text: unknown): boolean => typeof text === 'string' && text.length > 0 && text.length <= 300

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
