import { groupKey } from './apply-frame.ts'
import { type Frame, MAX_CHANGES } from './frame.ts'
import { type Done, justDone, type Rows, standingStamp } from './undo.ts'
import { isWrittenNow } from './vector.ts'

/** What a session can take back and do again; the next one is the last of its list. */
export interface UndoHistory {
  readonly undo: readonly Done[]
  /** The frames that took something back: to do it again is to take them back. */
  readonly redo: readonly Done[]
}

export const emptyHistory: UndoHistory = { undo: [], redo: [] }

/** Steps that a session keeps. */
const LIMIT = 500
/** Changes that they hold together: a few imports of the largest size. The last step is kept whatever it holds. */
const CHANGES_LIMIT = 3 * MAX_CHANGES

/** After a new action: it can be taken back, and what was taken back before can't be done again. */
export function afterAction({ undo }: UndoHistory, frame: Frame, before: Rows): UndoHistory {
  return { undo: newest([...undo, justDone(frame, before)]), redo: [] }
}

function newest(steps: readonly Done[]): readonly Done[] {
  let changes = 0
  const tooOld = steps.findLastIndex(({ frame }) => {
    changes += frame.changes.length
    return changes > CHANGES_LIMIT
  })
  const kept = steps.slice(Math.max(tooOld + 1, steps.length - LIMIT))
  return kept.length === 0 ? steps.slice(-1) : kept
}

/** After the next undo; `frame` is what it recorded, null where there was nothing left to write. */
export function afterUndo({ undo, redo }: UndoHistory, frame: Frame | null, before: Rows): UndoHistory {
  const rest = undo.slice(0, -1)
  if (frame === null) return { undo: rest, redo }
  const history = restored(undo.at(-1), frame, { undo: rest, redo })
  return { ...history, redo: [...history.redo, justDone(frame, before)] }
}

/** After the next redo; `frame` as above. */
export function afterRedo({ undo, redo }: UndoHistory, frame: Frame | null, before: Rows): UndoHistory {
  const rest = redo.slice(0, -1)
  if (frame === null) return { undo, redo: rest }
  const history = restored(redo.at(-1), frame, { undo, redo: rest })
  return { ...history, undo: [...history.undo, justDone(frame, before)] }
}

/** What `taken` had replaced stands again, now under the stamp of `frame`: whoever wrote it must know it by that. */
function restored(taken: Done | undefined, frame: Frame, { undo, redo }: UndoHistory): UndoHistory {
  if (taken === undefined) return { undo, redo }
  // What a merge is undone with bears the stamps that it always had.
  const stoodBefore = frame.changes
    .filter(isWrittenNow)
    .map(groupKey)
    .filter((key) => taken.replaced.has(key))
  const renew = (done: Done): Done => {
    const again = stoodBefore.filter((key) => standingStamp(done, key) === taken.replaced.get(key)?.stamp)
    if (again.length === 0) return done
    return { ...done, restored: new Map([...done.restored, ...again.map((key) => [key, frame.hlc] as const)]) }
  }
  return { undo: undo.map(renew), redo: redo.map(renew) }
}
