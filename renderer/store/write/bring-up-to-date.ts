import type { Desktop, StartInfo } from '../../../shared/desktop.ts'
import { endsAction } from '../../../shared/journal/chain.ts'
import type { Frame } from '../../../shared/journal/frame.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import type { FileBytes, OpenProblem, OpenProgress } from '../store.ts'
import type { AppliedRow, Database } from '../tables/database.ts'
import { FACTS_VERSION } from '../tables/facts-version.ts'
import { applyFrames, readApplied } from './apply.ts'
import { readJournal } from './journal-reader.ts'
import { setAside } from './set-aside.ts'

/** The journal as the store sees it. */
export interface JournalSource {
  readonly desktop: Desktop
  readonly bytes: FileBytes
  readonly journalId: string
}

/** Frames applied in one transaction. */
const BATCH = 200

/**
 * Makes the store say what the journal says up to its last frame, `head`. A store that is merely behind gets the frames
 * it lacks. One that holds what the journal has not (ahead of it, of another history or journal, or without its mark) is
 * put aside whole and said before it is made anew; one of this history that another program read is just made anew.
 * Whether the history is the same is seen at the last frame that the store says it holds.
 * A store that holds something while the journal is empty is never thrown away: it is the last copy.
 * Throws what IndexedDB throws.
 */
export async function bringUpToDate(
  database: Database,
  source: JournalSource,
  head: StartInfo['head'],
  onProgress: (progress: OpenProgress) => void,
): Promise<Result<null, OpenProblem>> {
  const { journalId, desktop } = source
  const applied = await readApplied(database)
  if (head.seq === 0 && applied !== null && applied.seq > 0) {
    return fail({ code: 'journal-missing', detail: `store at ${applied.seq} of ${applied.journalId}` })
  }
  const isOfThisProgram = applied?.facts === FACTS_VERSION
  const tail = await framesBehind(applied, source, head)
  if (!tail.ok) return tail
  if (isOfThisProgram && tail.value !== null) {
    await applyAll(database, journalId, tail.value, onProgress)
    return ok(null)
  }
  const all = await readJournal(source, 0, head.seq)
  if (!all.ok) return all
  if (tail.value === null && ((applied?.seq ?? 0) > 0 || (await holdsSomething(database)))) {
    const aside = await setAside(desktop, 'copy', { store: applied?.seq ?? null, journal: head.seq })
    if (!aside.ok) return aside
  }
  await database.delete({ disableAutoOpen: false })
  await database.open()
  await applyAll(database, journalId, all.value, onProgress)
  return ok(null)
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

async function holdsSomething({ units, reports, entries }: Database): Promise<boolean> {
  const counts = await Promise.all([units.count(), reports.count(), entries.count()])
  return counts.some((count) => count > 0)
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
