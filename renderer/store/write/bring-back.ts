import type { StoreDiffers } from '../../../shared/desktop.ts'
import { recordKey } from '../../../shared/journal/apply-frame.ts'
import { chained, joinChains } from '../../../shared/journal/chain.ts'
import type { Change, Frame, FrameDraft } from '../../../shared/journal/frame.ts'
import { isSameJournal } from '../../../shared/journal/journal-id.ts'
import { merge } from '../../../shared/journal/merge.ts'
import { bookRecords, copyOf, replay, runsOf } from '../../../shared/journal/replay.ts'
import { firstLoss, marksLoss, openLosses, sayAgain } from '../../../shared/journal/say-again.ts'
import { settleChange } from '../../../shared/journal/settle-change.ts'
import type { Rows } from '../../../shared/journal/undo.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import { sameJson } from '../../../shared/values/same-json.ts'
import type { OpenProblem } from '../store.ts'
import type { AppliedRow } from '../tables/database.ts'
import { appendAction } from './append-action.ts'
import type { JournalSource } from './bring-up-to-date.ts'
import { droppedAmong } from './dropped-keys.ts'
import { setAside } from './set-aside.ts'

/** The action that brings back what the journal lacked. */
export const BRING_BACK = 'bring-back'

/** What the window's store holds, with its own mark of how far it is; null where that is gone. */
export interface StoredCopy {
  readonly applied: AppliedRow | null
  readonly rows: Rows
}

/** That action, and what stood before it in the records that it touched. */
export interface Brought {
  readonly frame: Frame
  readonly before: Rows
}

/** The journal as it is after it was completed. */
export interface CompletedJournal {
  readonly frames: readonly Frame[]
  readonly brought: Brought | null
}

/**
 * Completes the journal before the store is made anew of it. What was held beyond lost frames is said again
 * (say-again.ts); then what the store holds and the journal lacks is brought back, as one action: the two merge as copies
 * of the same books, so that nothing is lost of either, whichever is ahead and wherever they parted. The store is put
 * aside whole before, and both numbers are said. A store of another journal is put aside and said, never merged.
 */
export async function completeJournal(
  source: JournalSource,
  frames: readonly Frame[],
  stored: StoredCopy | null,
): Promise<Result<CompletedJournal, OpenProblem>> {
  // As a rule nothing was lost and nothing is to be compared.
  if (stored === null && !frames.some(marksLoss)) return ok({ frames, brought: null })
  const rows = replay(frames)
  const runs = runsOf(rows)
  const journal = frames.length - openLosses(runs).length
  const again = await append(source, frames, 'say-again', restated(frames, rows))
  if (!again.ok) return again
  const now = { frames: [...frames, ...again.value], rows: replay(again.value, rows) }
  if (stored === null) return ok({ frames: now.frames, brought: null })

  const differs = { store: stored.applied?.seq ?? null, journal }
  if (!isOfJournal(source, now.rows, stored)) {
    const aside = await setAside(source.desktop, 'copy', { ...differs, brought: null })
    return aside.ok ? ok({ frames: now.frames, brought: null }) : aside
  }
  const changes = await missing(source, now.rows, stored.rows)
  if (changes.length === 0) return ok({ frames: now.frames, brought: null })
  const aside = await setAside(source.desktop, 'copy', { ...differs, brought: null })
  if (!aside.ok) return aside
  const added = await append(source, now.frames, BRING_BACK, changes)
  if (!added.ok) return added
  await sayBrought(source, { ...differs, brought: countOf(changes) })
  const [frame] = joinChains(added.value)
  return ok({
    frames: [...now.frames, ...added.value],
    brought: frame === undefined ? null : { frame, before: now.rows },
  })
}

function restated(frames: readonly Frame[], rows: Rows): readonly Change[] {
  const runs = runsOf(rows)
  const loss = firstLoss(frames, runs)
  if (loss === null) return []
  const before = runsOf(replay(frames.slice(0, loss - 1)))
  const changes = sayAgain(bookRecords(rows).values(), runs, before)
  return changes.flatMap((change) => settleChange(change, rows.get(recordKey(change)) ?? {}))
}

/** Whether a store is of this journal: by its mark, or, where that is gone, by a run that both know. A new journal is any store's. */
function isOfJournal({ journalId, isNewJournal }: JournalSource, own: Rows, { applied, rows }: StoredCopy): boolean {
  if (isNewJournal) return true
  if (applied !== null) return isSameJournal(applied.journalId, journalId)
  const { vector } = copyOf(own)
  return [...copyOf(rows).vector.keys()].some((run) => vector.has(run))
}

async function missing({ desktop }: JournalSource, own: Rows, stored: Rows): Promise<readonly Change[]> {
  const [ours, theirs] = [copyOf(own), copyOf(stored)]
  const found = merge(ours, theirs, { unit: '', isDropped: () => false })
  return merge(ours, theirs, { unit: '', isDropped: await droppedAmong(desktop, found) })
}

function countOf(changes: readonly Change[]): NonNullable<StoreDiffers['brought']> {
  const places = changes.filter(({ entity }) => entity !== 'run')
  const conflicts = places.filter(({ value, beside = [] }) => beside.some((one) => !sameJson(one.value, value)))
  return { places: places.length, conflicts: conflicts.length }
}

/** Appends one action of no unit and no year, and gives its frames; none where it has no changes. */
async function append(
  source: JournalSource,
  after: readonly Frame[],
  action: string,
  changes: readonly Change[],
): Promise<Result<readonly Frame[], OpenProblem>> {
  if (changes.length === 0) return ok([])
  const draft: FrameDraft = { action, author: '', unit: '', year: null, changes: [...changes] }
  const begun = await appendAction(source, chained(draft, after.at(-1)?.hlc ?? null), () => {})
  const written = begun.ok ? await begun.value.onDisk : begun
  if (!begun.ok) return notCompleted(begun.problem)
  return written?.ok === false ? notCompleted(written.problem) : ok(begun.value.frames)
}

const notCompleted = ({ code, detail }: { readonly code: string; readonly detail: string }) =>
  fail({ code: 'journal-not-completed', detail: `${code} ${detail}` } as const)

/** What was said when the store was put aside is true too: that all is brought back is said where the disk takes it. */
async function sayBrought({ desktop }: JournalSource, differs: StoreDiffers): Promise<void> {
  await setAside(desktop, 'copy', differs)
}
