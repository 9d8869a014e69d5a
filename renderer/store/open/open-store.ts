import { builtInData } from '../../../shared/catalogue/built-in.ts'
import type { Catalogue } from '../../../shared/catalogue/catalogue.ts'
import type { CatalogueData } from '../../../shared/catalogue/catalogue-data.ts'
import { openCatalogue } from '../../../shared/catalogue/open-catalogue.ts'
import type { Desktop, StartInfo } from '../../../shared/desktop.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import { createAhead } from '../ahead.ts'
import { createEntryMemory } from '../lists/entry-memory.ts'
import { fetchedBytes } from '../packages/file-bytes.ts'
import { workerPackages } from '../packages/package-work.ts'
import type { FileBytes, OpenProblem, OpenProgress, PackageWork, Store } from '../store.ts'
import { Database } from '../tables/database.ts'
import { bringUpToDate, type JournalSource, type UpToDate } from '../write/bring-up-to-date.ts'
import { setAside } from '../write/set-aside.ts'
import { createWriter } from '../write/writer.ts'
import { readCatalogue } from './read-catalogue.ts'
import { renewRows } from './renew-rows.ts'

export type { OpenProblem, OpenProgress }

export interface StoreParts {
  readonly desktop: Desktop
  readonly bytes: FileBytes
  readonly packages: (catalogue: Catalogue) => PackageWork
  /** What the program itself knows; forms that the journal brought join it. */
  readonly catalogue: CatalogueData
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** The parts as the real window has them. */
export function windowParts(desktop: Desktop): StoreParts {
  return { desktop, bytes: fetchedBytes, packages: workerPackages, catalogue: builtInData, now: () => Date.now() }
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
  const { journalId, isNewJournal, head } = start.value
  const source: JournalSource = { desktop, bytes, journalId, isNewJournal }
  const opened = await openHealed(source, parts.catalogue, head, onProgress)
  if (!opened.ok) return opened
  const { database, leftOut, head: reached, brought } = opened.value
  // What was done meanwhile is said too.
  const after = await startOf(desktop)
  if (!after.ok) return after
  const catalogue = database.known
  const entries = createEntryMemory(database)
  const writer = createWriter({ database, source, entries, head: reached, brought })
  const ahead = createAhead()
  return ok({
    desktop,
    bytes,
    packages: packages(catalogue),
    now,
    start: after.value,
    database,
    catalogue,
    leftOut,
    writer,
    entries,
    ahead,
  })
}

async function startOf(desktop: Desktop): Promise<Result<StartInfo, OpenProblem>> {
  try {
    return ok(await desktop.start())
  } catch (error) {
    return fail({ code: 'journal-unreadable', detail: String(error) })
  }
}

interface OpenedDatabase extends UpToDate {
  readonly database: Database
  readonly leftOut: Store['leftOut']
}

async function openHealed(
  source: JournalSource,
  data: CatalogueData,
  head: StartInfo['head'],
  onProgress: (progress: OpenProgress) => void,
): Promise<Result<OpenedDatabase, OpenProblem>> {
  const fill = async (database: Database): Promise<Result<OpenedDatabase, OpenProblem>> => {
    database.known = (await readCatalogue(database, data)).catalogue
    const filled = await bringUpToDate(database, source, head, onProgress)
    if (!filled.ok) {
      database.close()
      return filled
    }
    // What came since may have brought a form.
    const { catalogue, problems } = await readCatalogue(database, data)
    database.known = catalogue
    await renewRows(database)
    return ok({ database, leftOut: problems, ...filled.value })
  }
  const { catalogue: own } = openCatalogue(data, [])
  const found = new Database(own)
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
  const anew = new Database(own)
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
