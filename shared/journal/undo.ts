import { arrange, type Groups, type Stamped, standingIn } from '../record/groups.ts'
import { MAX_BEFORE, stampBefore } from '../record/hlc.ts'
import type { StandingAgain } from '../record/writing.ts'
import { sameJson } from '../values/same-json.ts'
import { bareWriting, groupKey, recordKey } from './apply-frame.ts'
import type { Change, Frame } from './frame.ts'
import { isMerge } from './vector.ts'

/** Records by `recordKey`. */
export type Rows = ReadonlyMap<string, Groups>

/** A frame that can be taken back. */
export interface Done {
  readonly frame: Frame
  /**
   * By `groupKey`, what it replaced, which may be less than what stood; of a merge all that stood. Absent where that was
   * nothing, as with all of an import's new entries.
   */
  readonly replaced: ReadonlyMap<string, Stamped>
  /**
   * By `groupKey`, the stamps of values that a later action changed, and that stand again because that one was taken
   * back: under the stamp of that undo. All others stand under the frame's own.
   */
  readonly restored: ReadonlyMap<string, string>
}

/** A frame right after it was recorded; `before`: the records it touches, as they stood before it. */
export function justDone(frame: Frame, before: Rows): Done {
  const replaced = new Map<string, Stamped>()
  const isWhole = isMerge(frame)
  for (const change of frame.changes) {
    const stood = before.get(recordKey(change))?.[change.group]
    const gone = isWhole ? stood : replacedBy(change, stood)
    if (gone !== undefined) replaced.set(groupKey(change), gone)
  }
  return { frame, replaced, restored: new Map() }
}

/** The stamp under which a value of the frame stands now, if it still does. */
export function standingStamp({ frame, restored }: Done, key: string): string {
  return restored.get(key) ?? frame.hlc
}

export interface TakingBack {
  /** What the undo writes. */
  readonly changes: readonly Change[]
  /** Changes of the frame that stay, because somebody has changed the group since, or erased the entry. */
  readonly left: readonly Change[]
}

/**
 * The changes that take a frame back. Each value that still stands as the frame wrote it gives way to what the frame had
 * replaced, as new writes; values that came beside it since stay. `now`: the records as they stand; `isErased` says
 * which groups nothing brings back.
 */
export function undoChanges(done: Done, now: Rows, isErased: (change: Change, groups: Groups) => boolean): TakingBack {
  const changes: Change[] = []
  const left: Change[] = []
  for (const change of done.frame.changes) {
    const groups = now.get(recordKey(change)) ?? {}
    const again = isErased(change, groups) ? null : takenBack(done, change, groups[change.group])
    if (again === null) left.push(change)
    else if (again !== 'nothing') changes.push(again)
  }
  return { changes, left }
}

/** Null: the value of the frame does not stand any more. */
function takenBack(done: Done, change: Change, now: Stamped | undefined): Change | 'nothing' | null {
  const key = groupKey(change)
  const stamp = standingStamp(done, key)
  const standing = standingIn(now)
  if (!standing.some((one) => one.stamp === stamp)) return null
  const before = done.replaced.get(key)
  const value = before?.value ?? null
  const own = new Set([stamp, ...stampsBeside(change, done.frame.hlc)])
  const others = standing.filter((one) => !own.has(one.stamp))
  const beside = [...others, ...writtenAgain(before)]
  if (beside.length > MAX_BEFORE) return null
  const { entity, record, group } = change
  const shown = now?.value ?? null
  // Where the same stands alone, before as after, nothing is to be written.
  if (standing.length === 1 && beside.length === 0 && sameJson(shown, value)) return 'nothing'
  return { entity, record, group, value, previous: shown, ...(beside.length === 0 ? {} : { beside }) }
}

/** Of the values that a change wrote anew beside its own. */
function stampsBeside({ beside = [] }: Change, stamp: string): string[] {
  return beside.filter((item) => !('stamp' in item)).map((_, index) => stampBefore(stamp, index + 1))
}

/** Of what stood in a group, what a change replaced. */
function replacedBy({ beside = [] }: Change, stood: Stamped | undefined): Stamped | undefined {
  if (stood?.beside === undefined) return stood
  const kept = new Set(beside.map((item) => ('stamp' in item ? item.stamp : '')))
  const [first, ...rest] = standingIn(stood).filter(({ stamp }) => !kept.has(stamp))
  return first === undefined ? undefined : arrange([first, ...rest])
}

/** The values beside the shown one that settling replaced. An equal one is back with what was shown. */
function writtenAgain(replaced: Stamped | undefined): StandingAgain[] {
  return (replaced?.beside ?? [])
    .filter(({ value }) => !sameJson(value, replaced?.value ?? null))
    .map((one) => ({ value: one.value, began: one.began ?? bareWriting(one) }))
}
