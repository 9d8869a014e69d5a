import type { Desktop, StartInfo } from '../../../shared/desktop.ts'
import { endsAction } from '../../../shared/journal/chain.ts'
import type { Frame } from '../../../shared/journal/frame.ts'
import { MARKS, openLosses } from '../../../shared/journal/say-again.ts'
import { ok, type Result } from '../../../shared/values/result.ts'
import type { FileBytes, OpenProblem, OpenProgress } from '../store.ts'
import type { AppliedRow, Database } from '../tables/database.ts'
import { FACTS_VERSION } from '../tables/facts-version.ts'
import { applyFrames, readApplied } from './apply.ts'
import { type Brought, completeJournal } from './bring-back.ts'
import { readJournal } from './journal-reader.ts'
import { setAside } from './set-aside.ts'
import { readStoredBooks } from './stored-books.ts'

/** The journal as the store sees it. */
export interface JournalSource {
  readonly desktop: Desktop
  readonly bytes: FileBytes
  readonly journalId: string
  readonly isNewJournal: boolean
}

/** Frames applied in one transaction. */
const BATCH = 200

/** What the store was brought to: the journal's last frame, and what had to be brought back into the journal for it. */
export interface UpToDate {
  readonly head: StartInfo['head']
  readonly brought: Brought | null
}

/**
 * Makes the store say what the journal says up to its last frame, `head`. A store that is merely behind gets the frames
 * it lacks; any other is made anew, once the journal has what it lacked (see `completeJournal`), and one that another
 * version of the program left is put aside before, and said. Whether the history is
 * the same is seen at the last frame that the store says it holds.
 * Throws what IndexedDB throws.
 */
export async function bringUpToDate(
  database: Database,
  source: JournalSource,
  head: StartInfo['head'],
  onProgress: (progress: OpenProgress) => void,
): Promise<Result<UpToDate, OpenProblem>> {
  const applied = await readApplied(database)
  const tail = await framesBehind(applied, source, head)
  if (!tail.ok) return tail
  if (tail.value !== null && applied?.facts === FACTS_VERSION && !(await isMarked(database))) {
    await applyAll(database, source.journalId, tail.value, onProgress)
    return ok({ head, brought: null })
  }
  const all = await readJournal(source, 0, head.seq)
  if (!all.ok) return all
  // Nothing of it is lost where it can't be kept: the journal has all of it.
  if (tail.value !== null && applied?.facts !== FACTS_VERSION) await setAside(source.desktop, 'copy', 'other-program')
  const rows = tail.value === null ? await readStoredBooks(database) : new Map()
  const completed = await completeJournal(source, all.value, rows.size === 0 ? null : { applied, rows })
  if (!completed.ok) return completed
  const { frames, brought } = completed.value
  await database.delete({ disableAutoOpen: false })
  await database.open()
  await applyAll(database, source.journalId, frames, onProgress)
  const last = frames.at(-1)
  return ok({ head: { seq: last?.seq ?? 0, hlc: last?.hlc ?? null }, brought })
}

/** Whether frames were lost and what is held beyond them was not said again. */
async function isMarked({ runs }: Database): Promise<boolean> {
  const marks = await runs.get(MARKS)
  return marks !== undefined && openLosses(new Map([[MARKS, marks.groups]])).length > 0
}

/** The journal's frames behind the store's last one; null where the store does not stand in this history. */
async function framesBehind(
  applied: AppliedRow | null,
  source: JournalSource,
  head: StartInfo['head'],
): Promise<Result<readonly Frame[] | null, OpenProblem>> {
  if (applied === null || applied.seq === 0) return ok(null)
  if (applied.journalId !== source.journalId || applied.seq > head.seq) return ok(null)
  if (applied.seq === head.seq && applied.hlc === head.hlc) return ok([])
  const tail = await readJournal(source, applied.seq - 1, head.seq)
  if (!tail.ok) return tail
  const [known, ...rest] = tail.value
  return ok(known?.hlc === applied.hlc ? rest : null)
}

async function applyAll(
  database: Database,
  journalId: string,
  frames: readonly Frame[],
  onProgress: (progress: OpenProgress) => void,
): Promise<void> {
  for (let done = 0; done < frames.length; ) {
    onProgress({ done, total: frames.length })
    const wholeActions = frames.findIndex((frame, index) => index >= done + BATCH - 1 && endsAction(frame))
    const end = wholeActions < 0 ? frames.length : wholeActions + 1
    await applyFrames(database, journalId, frames.slice(done, end))
    done = end
  }
}
