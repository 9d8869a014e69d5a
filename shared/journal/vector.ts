import { type Groups, groupValue } from '../record/groups.ts'
import { parseHlc } from '../record/hlc.ts'
import type { Change, Frame, FrameDraft } from './frame.ts'

/**
 * What a copy of a unit's books has seen: the highest stamp of every run. It is kept in records of the entity `run`, found
 * by `unit|run`, group `seen`. Two kinds of them, so that typing costs nothing:
 *   `|<run>`, of no unit: the runs of this journal itself. Not written into frames, for the frames say it: applying one
 *     raises its run. It holds for the books of every unit, because all of them lie in this one journal, in order.
 *   `unit|<run>`: what a merge brought into that unit's books. Written in the merge's frame.
 * A change to either may also set it back: undoing a merge does, and mending a journal, whose lost frames nobody has
 * seen any more.
 */
export type Vector = ReadonlyMap<string, string>

export const SEEN = 'seen'

export function runRecordId(unit: string, run: string): string {
  return `${unit}|${run}`
}

/** Whether a vector says that a stamp was seen. */
export function covers(vector: Vector, stamp: string): boolean {
  const run = parseHlc(stamp)?.run
  return run !== undefined && (vector.get(run) ?? '') >= stamp
}

/** What applying a frame says of its own run; null where it writes nothing under its own stamp. */
export function ownSeen({ hlc, changes }: Frame): Change | null {
  const run = parseHlc(hlc)?.run
  if (run === undefined || !changes.some(isWrittenNow)) return null
  return { entity: 'run', record: runRecordId('', run), group: SEEN, value: hlc, previous: null }
}

/** Whether a change writes a value of its own, rather than bringing one that was written elsewhere. */
export function isWrittenNow({ entity, written, beside }: FrameDraft['changes'][number]): boolean {
  return (entity !== 'run' && written === undefined) || (beside?.some((item) => !('stamp' in item)) ?? false)
}

/** The vector of a unit's books, from the records of this journal's own runs (`''`) and of that unit's. */
export function readVector(records: Iterable<{ readonly id: string; readonly groups: Groups }>): Vector {
  const vector = new Map<string, string>()
  for (const { id, groups } of records) {
    const run = id.slice(id.lastIndexOf('|') + 1)
    const seen = groupValue(groups, SEEN)
    if (typeof seen === 'string' && seen > (vector.get(run) ?? '')) vector.set(run, seen)
  }
  return vector
}
