import path from 'node:path'
import type { StartNotice } from '../../shared/desktop.ts'
import type { DurableFiles } from '../disk/durable-files.ts'
import { NEWLINE } from './line.ts'
import { mend } from './mend.ts'
import { type FrameMark, type SegmentHeader, scanSegment, segmentNames } from './segment.ts'

export interface Segment {
  readonly name: string
  readonly first: number
}

/** What lies on disk, sound from the first byte to the last. */
export interface JournalState {
  readonly journal: string
  readonly mended: number
  /** Empty: there is no journal yet. */
  readonly segments: readonly Segment[]
  readonly last: FrameMark | null
  /** Of the last segment, in bytes. */
  readonly size: number
  readonly notices: readonly StartNotice[]
}

export interface ReadTools {
  readonly files: DurableFiles
  /** 12 characters of a-z and 0-9. */
  readonly randomId: () => string
  /** Milliseconds. */
  readonly now: () => number
}

/** More rounds than any one start needs; a disk that spoils what was just written is no place for a journal. */
const MAX_ROUNDS = 3

/**
 * Reads a journal and makes it sound again: a torn last line is cut off, damage is mended; what is taken away is first
 * kept whole under `aside/`. Null: written by a newer program, nothing was changed. Throws what the disk throws.
 */
export async function readJournal(folder: string, tools: ReadTools): Promise<JournalState | null> {
  const notices: StartNotice[] = []
  let savedAs: string | null = null
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const asideFolder = path.join(folder, 'aside', `${asideStamp(tools.now())}-${tools.randomId()}`)
    const state = await readOnce(folder, asideFolder, tools, notices)
    if (state === null) return null
    if (state !== 'mended') {
      const keptFrames = state.last?.seq ?? 0
      return {
        ...state,
        notices: savedAs === null ? notices : [...notices, { code: 'journal-damaged', keptFrames, savedAs }],
      }
    }
    savedAs = asideFolder
  }
  throw new Error('the journal does not stay as it is written')
}

async function readOnce(
  folder: string,
  asideFolder: string,
  { files, randomId }: ReadTools,
  notices: StartNotice[],
): Promise<JournalState | 'mended' | null> {
  const names = segmentNames(await files.list(folder))
  const segments: Segment[] = []
  let journal: string | null = null
  let mended = 0
  let last: FrameMark | null = null
  let size = 0
  for (const [index, name] of names.entries()) {
    const file = path.join(folder, name)
    const bytes = await files.read(file)
    const scan = scanSegment(bytes)
    if (scan.isNewer) return null
    const isLast = index === names.length - 1
    const header: SegmentHeader | null = fits(scan.header, journal, mended, last) ? scan.header : null
    const goodLength = header === null ? 0 : scan.goodLength
    const rest = bytes.subarray(goodLength)

    if (rest.length > 0 && !(isLast && isTorn(rest))) {
      if (await hasNewerFrames(folder, names.slice(index + 1), files)) return null
      const lastGood: FrameMark | null = header === null ? last : (scan.last ?? last)
      const damagedNames = [name, ...names.slice(index + 1)] as const
      const known = { journal: journal ?? header?.journal ?? randomId(), mended: header?.mended ?? mended }
      await mend(
        folder,
        { names: damagedNames, bytes, header, goodLength, last: lastGood, ...known },
        asideFolder,
        files,
      )
      return 'mended'
    }
    if (rest.length > 0) {
      await files.makeFolder(asideFolder)
      await files.writeWhole(path.join(asideFolder, `${name}.tail`), rest)
    }
    if (header === null) {
      // A new segment whose first line never got to disk: it holds nothing that was ever 已保存.
      await files.remove(file)
      await files.syncFolder(folder)
      continue
    }
    if (rest.length > 0) {
      await cut(file, goodLength, files)
      notices.push({ code: 'journal-tail-dropped', bytes: rest.length })
    }
    journal = header.journal
    mended = header.mended
    last = scan.last ?? last
    size = goodLength
    segments.push({ name, first: header.first })
  }
  return { journal: journal ?? randomId(), mended, segments, last, size, notices }
}

function fits(
  header: SegmentHeader | null,
  journal: string | null,
  mended: number,
  last: FrameMark | null,
): header is SegmentHeader {
  if (header === null) return false
  const isSameJournal = journal === null || (header.journal === journal && header.mended >= mended)
  return isSameJournal && header.first === (last?.seq ?? 0) + 1
}

/** One line that was being written when the power went: at most one line break, at the very end. */
function isTorn(rest: Buffer): boolean {
  const lineBreak = rest.indexOf(NEWLINE)
  return lineBreak === -1 || lineBreak === rest.length - 1
}

async function hasNewerFrames(folder: string, names: readonly string[], files: DurableFiles): Promise<boolean> {
  for (const name of names) if (scanSegment(await files.read(path.join(folder, name))).isNewer) return true
  return false
}

async function cut(file: string, length: number, files: DurableFiles): Promise<void> {
  const handle = await files.openForWriting(file, false)
  try {
    await handle.truncate(length)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

function asideStamp(now: number): string {
  return new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
}
