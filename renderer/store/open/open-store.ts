import type { Desktop, StartInfo } from '../../../shared/desktop.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import { createAhead } from '../ahead.ts'
import { createEntryMemory } from '../lists/entry-memory.ts'
import { fetchedBytes } from '../packages/file-bytes.ts'
import { workerPackages } from '../packages/package-work.ts'
import type { FileBytes, OpenProblem, OpenProgress, PackageWork, Store } from '../store.ts'
import { Database } from '../tables/database.ts'
import { bringUpToDate, type JournalSource } from '../write/bring-up-to-date.ts'
import { setAside } from '../write/set-aside.ts'
import { createWriter } from '../write/writer.ts'

export type { OpenProblem, OpenProgress }

export interface StoreParts {
  readonly desktop: Desktop
  readonly bytes: FileBytes
  readonly packages: PackageWork
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** The parts as the real window has them. */
export function windowParts(desktop: Desktop): StoreParts {
  return { desktop, bytes: fetchedBytes, packages: workerPackages(), now: () => Date.now() }
}

/**
 * Opens the store and makes it say what the journal says. A store that does not open or breaks on the way is put
 * aside and made anew from the journal; only if that fails too, or the journal can't be read, there is a problem.
 */
export async function openStore(
  parts: StoreParts,
  onProgress: (progress: OpenProgress) => void = () => {},
): Promise<Result<Store, OpenProblem>> {
  const { desktop, bytes, packages, now } = parts
  const start = await startOf(desktop)
  if (!start.ok) return start
  const { journalId, head } = start.value
  const source: JournalSource = { desktop, bytes, journalId }
  const opened = await openHealed(source, head, onProgress)
  if (!opened.ok) return opened
  const database = opened.value
  // What was done meanwhile is said too.
  const after = await startOf(desktop)
  if (!after.ok) return after
  const entries = createEntryMemory(database)
  const writer = createWriter({ database, source, entries, head })
  return ok({ desktop, bytes, packages, now, start: after.value, database, writer, entries, ahead: createAhead() })
}

async function startOf(desktop: Desktop): Promise<Result<StartInfo, OpenProblem>> {
  try {
    return ok(await desktop.start())
  } catch (error) {
    return fail({ code: 'journal-unreadable', detail: String(error) })
  }
}

async function openHealed(
  source: JournalSource,
  head: StartInfo['head'],
  onProgress: (progress: OpenProgress) => void,
): Promise<Result<Database, OpenProblem>> {
  const fill = async (database: Database): Promise<Result<Database, OpenProblem>> => {
    const filled = await bringUpToDate(database, source, head, onProgress)
    if (filled.ok) return ok(database)
    database.close()
    return filled
  }
  const found = new Database()
  let isShut = false
  try {
    await found.open().catch((error: unknown) => {
      isShut = error instanceof Error && error.name === SHUT
      throw error
    })
    if (!found.isNewer) return await fill(found)
  } catch {
    // Whatever is wrong with it: it is kept, another is made of the journal, and what then fails is reported.
  }
  found.close()
  const aside = await setAside(source.desktop, isShut ? 'move' : 'copy')
  if (!aside.ok) return aside
  // Not with `found`: after an upgrade that failed, Dexie goes on comparing with tables that are gone.
  const anew = new Database()
  try {
    await anew.delete({ disableAutoOpen: false })
    await anew.open()
    return await fill(anew)
  } catch (error) {
    anew.close()
    return fail({ code: 'store-unusable', detail: String(error) })
  }
}

/** How Chromium says that the files themselves can't be opened; then they can't be deleted through it either. */
const SHUT = 'UnknownError'
