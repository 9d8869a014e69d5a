import path from 'node:path'
import { asideName } from '../disk/aside-name.ts'
import type { DurableFiles } from '../disk/durable-files.ts'
import type { Notices } from '../disk/notices.ts'
import type { JournalHead } from './head-file.ts'
import { type Flaw, type Inspection, inspectJournal } from './inspect-journal.ts'
import { NEWLINE } from './line.ts'
import { mend } from './mend.ts'
import { repairTail } from './repair-tail.ts'

/** What lies on disk, sound from the first byte to the last; without files where there is no journal yet. */
export interface JournalState extends Omit<Inspection, 'flaw' | 'replaced' | 'journal'> {
  readonly journal: string
}

export interface ReadTools {
  readonly files: DurableFiles
  /** Names the PC. */
  readonly device: string
  /** 12 characters of a-z and 0-9. */
  readonly randomId: () => string
  /** Milliseconds. */
  readonly now: () => number
  readonly notices: Pick<Notices, 'put'>
}

/** More rounds than any one start needs; a disk that spoils what was just written is no place for a journal. */
const MAX_ROUNDS = 5
/** Bytes of any first line but that of a mended file, which is put in its place whole. */
const FIRST_LINE = 200

/**
 * Reads a journal and makes it sound again: a torn last line is cut off, damage is mended. What is taken away is first
 * kept whole under `aside/` and a notice of it is on disk. `known`: how far the journal of this data folder once was; one
 * whose files are all gone goes on under its id. Null: written by a newer program, nothing was changed. Throws what the
 * disk throws.
 */
export async function readJournal(
  folder: string,
  known: JournalHead | null,
  tools: ReadTools,
): Promise<JournalState | null> {
  const { files, randomId } = tools
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const found = await inspectJournal(folder, files, known?.journal ?? null)
    if (found === null) return null
    const { flaw, replaced, ...sound } = found
    for (const name of replaced) await files.remove(path.join(folder, name))
    if (replaced.length > 0) await files.syncFolder(folder)
    if (flaw === null) {
      if (sound.journal !== null) return { ...sound, journal: sound.journal }
      return { ...sound, journal: known?.journal ?? randomId(), mended: known?.mended ?? 0 }
    }
    await repair(folder, found, flaw, known, tools)
  }
  throw new Error('the journal does not stay as it is written')
}

async function repair(
  folder: string,
  found: Inspection,
  flaw: Flaw,
  known: JournalHead | null,
  tools: ReadTools,
): Promise<void> {
  const { files, randomId, now } = tools
  const aside = path.join(folder, 'aside', `${asideName(now())}-${randomId()}`)
  const rest = flaw.bytes.subarray(flaw.goodLength)
  // A line that was being written when the power went has no line break; with one it was whole once.
  const isCutShort = flaw.later.length === 0 && !rest.includes(NEWLINE)
  if (isCutShort && flaw.header !== null) return repairTail(folder, flaw, (found.last?.seq ?? 0) + 1, aside, tools)
  if (isCutShort && rest.length < FIRST_LINE) {
    // A new file whose first line never got to disk: frames come only after it.
    if (rest.length > 0) {
      await files.makeFolder(aside)
      await files.writeWhole(path.join(aside, flaw.name), rest)
    }
    await files.remove(path.join(folder, flaw.name))
    return files.syncFolder(folder)
  }
  const journal = found.journal ?? flaw.header?.journal ?? known?.journal ?? randomId()
  // Nothing readable says how often: at least as often as was noted, so that the next name is a new one.
  const noted = found.journal === null && known?.journal === journal ? known.mended : 0
  const mended = flaw.header?.mended ?? Math.max(found.mended, noted)
  const knownSeq = known?.journal === journal && known.mended === mended ? known.seq : 0
  return mend(folder, { ...flaw, ...found, journal, mended, knownSeq }, aside, tools)
}
