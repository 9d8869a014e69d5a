import { groupKey, recordKey } from './apply-frame.ts'
import { isErased } from './erase-edits.ts'
import type { Change, Frame } from './frame.ts'
import { type Groups, setGroup } from './record.ts'

/** Records by `recordKey`. */
export type Rows = ReadonlyMap<string, Groups>

/** Stamps by `groupKey`. */
type Stamps = ReadonlyMap<string, string | null>

/** A frame that can be taken back. */
export interface Done {
  readonly frame: Frame
  /**
   * The stamps under which its values stand now. That is the frame's own, unless a later action changed a group and
   * was itself taken back: then the value stands again, under the stamp of that undo.
   */
  readonly standing: Stamps
  /** The stamps of what it replaced; null where nothing stood. */
  readonly replaced: Stamps
}

/** A frame right after it was recorded; `before`: the records it touches, as they stood before it. */
export function justDone(frame: Frame, before: Rows): Done {
  const standing = new Map<string, string>()
  const replaced = new Map<string, string | null>()
  for (const change of frame.changes) {
    standing.set(groupKey(change), frame.hlc)
    replaced.set(groupKey(change), before.get(recordKey(change))?.[change.group]?.stamp ?? null)
  }
  return { frame, standing, replaced }
}

export interface TakingBack {
  /** What the undo writes. */
  readonly changes: readonly Change[]
  /** Changes of the frame that stay, because somebody has changed the group since, or erased the entry. */
  readonly left: readonly Change[]
}

/**
 * The changes that take a frame back: each group gets its previous value again, where it still stands as the frame
 * left it. `now`: the records as they stand.
 */
export function undoChanges({ frame, standing }: Done, now: Rows): TakingBack {
  const changes: Change[] = []
  const left: Change[] = []
  for (const change of frame.changes) {
    const groups = now.get(recordKey(change)) ?? {}
    const isLeft = groups[change.group]?.stamp === standing.get(groupKey(change))
    if (isLeft && !(change.entity === 'entry' && isErased(groups, change.group))) {
      changes.push(...setGroup(change.entity, change.record, groups, change.group, change.previous))
    } else {
      left.push(change)
    }
  }
  return { changes, left }
}
