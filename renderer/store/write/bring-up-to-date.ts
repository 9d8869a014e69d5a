import type { Desktop, StartInfo } from '../../../shared/desktop.ts'
import { endsAction } from '../../../shared/journal/chain.ts'
import type { Frame } from '../../../shared/journal/frame.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import type { FileBytes, OpenProblem, OpenProgress } from '../store.ts'
import type { Database } from '../tables/database.ts'
import { FACTS_VERSION } from '../tables/facts-version.ts'
import { applyFrames, readApplied } from './apply.ts'
import { readJournal } from './journal-reader.ts'

/** The journal as the store sees it. */
export interface JournalSource {
  readonly desktop: Desktop
  readonly bytes: FileBytes
  readonly journalId: string
}

/** Frames applied in one transaction. */
const BATCH = 200

/**
 * Makes the store say what the journal says up to its last frame, `head`. A store that is merely behind gets the
 * frames it lacks; one that is empty, ahead, damaged, of another history or of a program that read entries otherwise is
 * made anew. Whether the history is the same is seen at the last frame that the store says it holds: an older copy of the profile passes, a foreign one not.
 * A store that holds something while the journal is empty is never thrown away: it is the last copy.
 * Throws what IndexedDB throws.
 */
export async function bringUpToDate(
  database: Database,
  source: JournalSource,
  head: StartInfo['head'],
  onProgress: (progress: OpenProgress) => void,
): Promise<Result<null, OpenProblem>> {
  const { journalId } = source
  const applied = await readApplied(database)
  if (head.seq === 0 && applied !== null && applied.seq > 0) {
    return fail({ code: 'journal-missing', detail: `store at ${applied.seq} of ${applied.journalId}` })
  }
  const isOurs =
    applied !== null && applied.journalId === journalId && applied.seq > 0 && applied.facts === FACTS_VERSION
  if (isOurs && applied.seq === head.seq && applied.hlc === head.hlc) return ok(null)
  if (isOurs && applied.seq < head.seq) {
    const tail = await readJournal(source, applied.seq - 1, head.seq)
    if (!tail.ok) return tail
    const [known, ...rest] = tail.value
    if (known?.hlc === applied.hlc) {
      await applyAll(database, journalId, rest, onProgress)
      return ok(null)
    }
  }
  const all = await readJournal(source, 0, head.seq)
  if (!all.ok) return all
  await database.delete({ disableAutoOpen: false })
  await database.open()
  await applyAll(database, journalId, all.value, onProgress)
  return ok(null)
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
