import type { Change, Frame } from '../../shared/journal/frame.ts'
import { type Groups, type Stamped, standingIn } from '../../shared/record/groups.ts'
import { runOf } from '../../shared/record/hlc.ts'
import { sameJson } from '../../shared/values/same-json.ts'
import { type Observable, observable } from './observable.ts'

/** An edit of a report that the screen shows already, while it is on its way to the disk and back. */
export interface AheadEdit {
  readonly record: string
  readonly changes: readonly Change[]
  /** Of its frame, once that is on disk: the store's own value then takes its place. */
  readonly stamp: string | null
}

/**
 * What the screens show before the disk has it: a figure's totals and findings stand with the key that gave it, and
 * 已保存 alone waits for the disk. Only reports are shown ahead; an edit that the disk refuses is shown until it takes it.
 */
export interface Ahead {
  readonly edits: Observable<readonly AheadEdit[]>
  /** Shows an edit of a record that is on screen. Gives how to end that: with its frame, or null where there is none. */
  begin(record: string, edit: (groups: Groups) => readonly Change[]): (frame: Frame | null) => void
  /** The store's groups of a record that is on screen. */
  see(record: string, stored: Groups): void
}

export function createAhead(): Ahead {
  const edits = observable<readonly AheadEdit[]>([])
  const seen = new Map<string, Groups>()

  /** Lets go of what the store says by now. */
  function settle(): void {
    const left = edits.get().filter((edit) => !isStored(edit, seen.get(edit.record) ?? {}))
    if (left.length < edits.get().length) edits.set(left)
  }

  return {
    edits,
    begin(record, edit) {
      const stored = seen.get(record)
      if (stored === undefined) return () => {}
      const begun: AheadEdit = { record, changes: edit(withAhead(record, stored, edits.get())), stamp: null }
      edits.set([...edits.get(), begun])
      return (frame) => {
        const others = edits.get().filter((one) => one !== begun)
        if (frame === null) edits.set(others)
        else {
          edits.set(edits.get().map((one) => (one === begun ? { ...begun, stamp: frame.hlc } : one)))
          settle()
        }
      }
    },
    see(record, stored) {
      seen.set(record, stored)
      settle()
    },
  }
}

/** The groups of a record with what was edited and is not in the store yet. */
export function withAhead(record: string, stored: Groups, edits: readonly AheadEdit[]): Groups {
  const own = edits.filter((edit) => edit.record === record)
  if (own.length === 0) return stored
  const groups: Record<string, Stamped> = { ...stored }
  for (const { changes, stamp } of own) {
    for (const { group, value } of changes) {
      if (!isLater(stored[group], stamp)) groups[group] = { value, stamp: stamp ?? '', author: '', device: '' }
    }
  }
  return groups
}

/** Whether two states of a record show the same: stamps and authors apart. */
export function showsSame(a: Groups, b: Groups): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  for (const key of keys) if (!sameJson(a[key]?.value ?? null, b[key]?.value ?? null)) return false
  return true
}

function isStored({ changes, stamp }: AheadEdit, stored: Groups): boolean {
  return changes.every(({ group }) => isLater(stored[group], stamp))
}

/** Whether what stands is of that frame or a later one. Stamps grow within a run only, and this window's frames are of one. */
function isLater(standing: Stamped | undefined, stamp: string | null): boolean {
  if (stamp === null) return false
  return standingIn(standing).some((one) => runOf(one.stamp) === runOf(stamp) && one.stamp >= stamp)
}
