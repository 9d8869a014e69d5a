import { type Groups, groupValue } from '../record/groups.ts'
import { parseHlc } from '../record/hlc.ts'
import type { Json } from '../values/json.ts'
import type { Change, Frame } from './frame.ts'

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
/** How the ids of this journal's own runs begin. */
export const OWN_RUNS = '|'

export function runRecordId(unit: string, run: string): string {
  return `${unit}|${run}`
}

/** Whether a vector says that a stamp was seen. */
export function covers(vector: Vector, stamp: string): boolean {
  const run = parseHlc(stamp)?.run
  return run !== undefined && (vector.get(run) ?? '') >= stamp
}

/** Whether a frame only brings what was written elsewhere: a merge, or what was brought back. */
export function isMerge({ changes }: Pick<Frame, 'changes'>): boolean {
  return !changes.some(isWrittenNow)
}

/** A frame with what it says by having been written: that its run was seen so far. None where it only brings. */
export function withOwnRun(frame: Frame): Frame {
  const run = parseHlc(frame.hlc)?.run
  if (run === undefined || isMerge(frame)) return frame
  return { ...frame, changes: [...frame.changes, seenChange('', run, frame.hlc)] }
}

/** Whether a change writes a value of its own, rather than bringing one that was written elsewhere. */
export function isWrittenNow({ entity, written, beside }: Change): boolean {
  return (entity !== 'run' && written === undefined) || (beside?.some((item) => !('stamp' in item)) ?? false)
}

/** The vector of a unit's books, from the records of this journal's own runs (`''`) and of that unit's, by id. */
export function readVector(runs: Iterable<readonly [id: string, groups: Groups]>): Vector {
  return highest([...runs].map(([id, groups]) => [id, groupValue(groups, SEEN)] as const))
}

/** The same from what the records say. */
export function highest(seen: Iterable<readonly [id: string, stamp: Json]>): Vector {
  const vector = new Map<string, string>()
  for (const [id, stamp] of seen) {
    const run = id.slice(id.lastIndexOf('|') + 1)
    if (typeof stamp === 'string' && stamp > (vector.get(run) ?? '')) vector.set(run, stamp)
  }
  return vector
}

/** The changes that let the books of a unit have seen what another copy of them has, too. */
export function seenChanges(unit: string, own: Vector, other: Vector): Change[] {
  return [...other].flatMap(([run, stamp]) => {
    const seen = own.get(run) ?? ''
    return seen >= stamp ? [] : [seenChange(unit, run, stamp)]
  })
}

function seenChange(unit: string, run: string, stamp: string): Change {
  return { entity: 'run', record: runRecordId(unit, run), group: SEEN, value: stamp, previous: null }
}
