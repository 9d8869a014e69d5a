import path from 'node:path'
import type { DurableFiles } from '../disk/durable-files.ts'
import { type FrameMark, type SegmentHeader, scanSegment, segmentNames, segmentNumber } from './segment.ts'

export interface Segment {
  readonly name: string
  readonly first: number
}

/** A file that is not sound to its end. */
export interface Flaw {
  readonly name: string
  /** The files behind it. */
  readonly later: readonly string[]
  readonly bytes: Buffer
  /** Null where it does not fit, and then nothing of the file counts as good. */
  readonly header: SegmentHeader | null
  readonly goodLength: number
}

/** What lies on disk, up to the first flaw. */
export interface Inspection {
  /** Null: no file is sound. */
  readonly journal: string | null
  /** How often frames were lost and the rest renumbered. */
  readonly mended: number
  /** The sound files. */
  readonly segments: readonly Segment[]
  /** The last good frame, in the flawed file too. */
  readonly last: FrameMark | null
  /** Of the last sound file, in bytes. */
  readonly size: number
  /** Files that a mended one stands in place of: it was broken off before they were removed. */
  readonly replaced: readonly string[]
  /** Of the next file: one that no file had before. */
  readonly nextNumber: number
  readonly flaw: Flaw | null
}

/**
 * Reads everything and changes nothing. `known`: the journal that this folder had; where a file of it is there, those of
 * another are none of its own, whichever stands first. Null: written by a newer program. Throws what the disk throws.
 */
export async function inspectJournal(
  folder: string,
  files: DurableFiles,
  known: string | null,
): Promise<Inspection | null> {
  const names = segmentNames(await files.list(folder))
  const own = known !== null && (await hasFileOf(known, folder, names, files)) ? known : null
  const replaced = new Set<string>()
  const segments: Segment[] = []
  let sound: Pick<Inspection, 'journal' | 'mended' | 'last' | 'size'> = {
    journal: null,
    mended: 0,
    last: null,
    size: 0,
  }
  let flaw: Flaw | null = null
  for (const [index, name] of names.entries()) {
    if (replaced.has(name)) continue
    const bytes = await files.read(path.join(folder, name))
    const scan = scanSegment(bytes)
    if (scan.isNewer) return null
    // Behind a flaw the rest is only looked through for frames of a newer program.
    if (flaw !== null) continue
    const header = fits(scan.header, { ...sound, journal: sound.journal ?? own }) ? scan.header : null
    for (const one of header?.instead ?? []) replaced.add(one)
    const last = header === null ? sound.last : (scan.last ?? sound.last)
    const goodLength = header === null ? 0 : scan.goodLength
    if (header === null || goodLength < bytes.length) {
      const later = names.slice(index + 1).filter((one) => !replaced.has(one))
      flaw = { name, later, bytes, header, goodLength }
      sound = { ...sound, last }
    } else {
      segments.push({ name, first: header.first })
      sound = { journal: header.journal, mended: header.mended, last, size: goodLength }
    }
  }
  const nextNumber = Math.max(0, ...[...names, ...replaced].map(segmentNumber)) + 1
  return { ...sound, segments, replaced: names.filter((name) => replaced.has(name)), nextNumber, flaw }
}

/** Most often the first file says so. */
async function hasFileOf(
  journal: string,
  folder: string,
  names: readonly string[],
  files: DurableFiles,
): Promise<boolean> {
  for (const name of names) {
    if (scanSegment(await files.read(path.join(folder, name))).header?.journal === journal) return true
  }
  return false
}

function fits(
  header: SegmentHeader | null,
  { journal, mended, last }: Pick<Inspection, 'journal' | 'mended' | 'last'>,
): header is SegmentHeader {
  if (header === null) return false
  const isSameJournal = journal === null || (header.journal === journal && header.mended >= mended)
  return isSameJournal && header.first === (last?.seq ?? 0) + 1
}
