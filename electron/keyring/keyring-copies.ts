import path from 'node:path'
import type { DurableFiles } from '../disk/durable-files.ts'
import { isMissing } from '../disk/system-problem.ts'
import { isTemporaryName } from '../disk/write-atomically.ts'
import type { KeyringContent, KeyringCore } from './keyring-content.ts'
import { keyringBytes, parseKeyring, type Unreadable } from './keyring-file.ts'

/*
 * Where a keyring lies: twice in the data folder, as the account opens it, and once beside the journal as it may leave
 * the folder. That third copy opens with a recovery code alone: it is what a code is good for when the other two are
 * gone, and it goes along with a journal that somebody carries to another PC. All three are written with each change,
 * one after the other, each whole.
 */

export interface KeyringPlace {
  readonly folder: string
  readonly journalFolder: string
  readonly files: DurableFiles
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export interface FoundCopy {
  readonly file: string
  /** Beside the journal: the one that belongs to its records. */
  readonly isBesideJournal: boolean
  /** What lies there now; null: nothing. */
  readonly bytes: Buffer | null
  readonly content: KeyringContent | Unreadable | null
}

const NAMES = ['keyring', 'keyring-copy'] as const
const BESIDE_JOURNAL = 'keyring-recovery'
const ASIDE = /^keyring(-copy|-recovery)?-(damaged|other)-\d+\.json$/

function copyFiles({ folder, journalFolder }: KeyringPlace) {
  return [
    ...NAMES.map((name) => ({ file: path.join(folder, `${name}.json`), isBesideJournal: false })),
    { file: path.join(journalFolder, `${BESIDE_JOURNAL}.json`), isBesideJournal: true },
  ]
}

/** Reads all copies, and changes nothing. Throws what the disk throws. */
export async function readCopies(place: KeyringPlace): Promise<readonly FoundCopy[]> {
  const found: FoundCopy[] = []
  const known = new Map<string, KeyringCore>()
  for (const copy of copyFiles(place)) {
    const bytes = await readOrNull(place.files, copy.file)
    found.push({ ...copy, bytes, content: bytes === null ? null : parseKeyring(bytes, known) })
  }
  return found
}

/** Puts the content in all its places; of what stood there nothing is left. Throws what the disk throws. */
export async function writeCopies(place: KeyringPlace, content: KeyringContent): Promise<void> {
  const bytes = keyringBytes(content)
  await place.files.makeFolder(place.journalFolder)
  for (const { file, isBesideJournal } of copyFiles(place)) {
    await place.files.writeWhole(file, isBesideJournal ? bytes.leaving : bytes.whole)
  }
}

/** Keeps whole, in the data folder, what is about to be written over. Throws what the disk throws. */
export async function putAside(
  { folder, files, now }: KeyringPlace,
  { file, bytes, content }: FoundCopy,
): Promise<void> {
  if (bytes === null) return
  const why = content === 'damaged' ? 'damaged' : 'other'
  await files.writeWhole(path.join(folder, `${path.basename(file, '.json')}-${why}-${now()}.json`), bytes)
}

/** A keyring that was put aside, here or by an earlier start. */
export interface AsideFile {
  readonly file: string
  readonly bytes: Buffer
  readonly content: KeyringContent | Unreadable
}

/** What was put aside. Throws what the disk throws. */
export async function readAside({ folder, files }: KeyringPlace): Promise<readonly AsideFile[]> {
  const found: AsideFile[] = []
  for (const name of (await files.list(folder)).filter((one) => ASIDE.test(one)).sort()) {
    const file = path.join(folder, name)
    const bytes = await files.read(file)
    found.push({ file, bytes, content: parseKeyring(bytes) })
  }
  return found
}

/**
 * Removes what a power cut left half way of being put in its place: it may hold a key that was dropped since. To be
 * called before anything else writes to these folders. Throws what the disk throws.
 */
export async function removeTemporaryFiles(folders: readonly string[], files: DurableFiles): Promise<void> {
  for (const folder of folders) {
    for (const name of await listOrNone(files, folder)) {
      if (isTemporaryName(name)) await files.remove(path.join(folder, name))
    }
  }
}

function listOrNone(files: DurableFiles, folder: string): Promise<readonly string[]> {
  return files.list(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
}

async function readOrNull(files: DurableFiles, file: string): Promise<Buffer | null> {
  try {
    return await files.read(file)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
