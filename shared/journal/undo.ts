import type { Groups } from '../record/groups.ts'
import { groupKey, recordKey } from './apply-frame.ts'
import type { Change, Frame } from './frame.ts'
import { setGroup } from './set-group.ts'

/** Records by `recordKey`. */
export type Rows = ReadonlyMap<string, Groups>

/** Stamps by `groupKey`. */
type Stamps = ReadonlyMap<string, string>

/** A frame that can be taken back. */
export interface Done {
  readonly frame: Frame
  /** The stamps of what it replaced; absent where nothing stood, as with all of an import's new entries. */
  readonly replaced: Stamps
  /**
   * Values of it that a later action changed, and that stand again because that one was taken back: under the stamp of
   * that undo. All others stand under the frame's own.
   */
  readonly restored: Stamps
}

/** A frame right after it was recorded; `before`: the records it touches, as they stood before it. */
export function justDone(frame: Frame, before: Rows): Done {
  const replaced = new Map<string, string>()
  for (const change of frame.changes) {
    const stamp = before.get(recordKey(change))?.[change.group]?.stamp
    if (stamp !== undefined) replaced.set(groupKey(change), stamp)
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
 * The changes that take a frame back: each group gets its previous value again, where it still stands as the frame
 * left it. `now`: the records as they stand; `isErased` says which groups nothing brings back.
 */
export function undoChanges(done: Done, now: Rows, isErased: (change: Change, groups: Groups) => boolean): TakingBack {
  const changes: Change[] = []
  const left: Change[] = []
  for (const change of done.frame.changes) {
    const groups = now.get(recordKey(change)) ?? {}
    const isLeft = groups[change.group]?.stamp === standingStamp(done, groupKey(change))
    if (isLeft && !isErased(change, groups)) {
      changes.push(...setGroup(change.entity, change.record, groups, change.group, change.previous))
    } else {
      left.push(change)
    }
  }
  return { changes, left }
}
