import path from 'node:path'
import { FRAME_VERSION, type Frame, frame } from '../../shared/journal/frame.ts'
import { lossMark } from '../../shared/journal/say-again.ts'
import { formatHlc } from '../../shared/record/hlc.ts'
import type { DurableFiles } from '../disk/durable-files.ts'
import type { Flaw, Inspection } from './inspect-journal.ts'
import { encodeLine, NEWLINE } from './line.ts'
import type { ReadTools } from './read-journal.ts'
import { encodeHeader, frameMark, linesOf, scanSegment } from './segment.ts'

/** Where a journal stops being readable, and what is known of it. */
export interface Damage extends Flaw, Pick<Inspection, 'segments' | 'last' | 'mended'> {
  readonly journal: string
  /** The journal once had at least so many frames; 0: not known. */
  readonly knownSeq: number
}

/**
 * Puts the damaged files aside whole, then writes one file in their place: the good part, followed by every later frame
 * of this journal that is still readable, renumbered. Only frames whose own bytes are damaged are lost; where others follow them a mark
 * stands in their place. The new file takes effect at once and names those that it stands for, so that a mending may be
 * broken off anywhere; its notice is on disk before.
 */
export async function mend(folder: string, damage: Damage, aside: string, tools: ReadTools): Promise<void> {
  const { files, notices } = tools
  const { name, later, header, journal } = damage
  const rest = [damage.bytes.subarray(damage.goodLength)]
  for (const one of later) rest.push(await files.read(path.join(folder, one)))

  await files.makeFolder(aside)
  await files.writeWhole(path.join(aside, name), damage.bytes)
  for (const [index, one] of later.entries())
    await files.writeWhole(path.join(aside, one), rest[index + 1] ?? Buffer.of())

  const good = await goodStamps(folder, damage, files)
  // A file of another journal that lies there too is put aside, and nothing of it is taken in.
  const own = rest.map((bytes, index) => (isOfAnother(index === 0 ? damage.bytes : bytes, journal) ? NOTHING : bytes))
  const saved = own.flatMap(readableFrames).filter(({ hlc }) => !good.has(hlc))
  const before = damage.last?.seq ?? 0
  const mended = damage.mended + 1
  const kept = before + saved.length
  const lost = lostFrames(damage, own, saved)
  await notices.put(`journal-damaged-${mended}`, { code: 'journal-damaged', kept, lost, savedAs: aside })

  const headerLine = encodeHeader({ journal, v: 1, mended, first: header?.first ?? before + 1, instead: [...later] })
  const lines = renumber(marked(saved, before + 1, tools), before + 1).map((one) => encodeLine(JSON.stringify(one)))
  await files.writeWhole(path.join(folder, name), Buffer.concat([headerLine, goodLines(damage), ...lines]))
  for (const one of later) await files.remove(path.join(folder, one))
  await files.syncFolder(folder)
}

const NOTHING = Buffer.alloc(0)

/** Whether the first line of a file says that it is of another journal; one that can't be read may be of this. */
function isOfAnother(bytes: Buffer, journal: string): boolean {
  const { header } = scanSegment(bytes)
  return header !== null && header.journal !== journal
}

/**
 * How many frames there were, at least, and are no more: by the numbers of those that are read, and by the lines that are
 * not but look like one. Null where nothing tells.
 */
function lostFrames(
  { header, last, knownSeq }: Damage,
  rest: readonly Buffer[],
  saved: readonly Frame[],
): number | null {
  const before = last?.seq ?? 0
  let end = before
  let isUnsure = rest.some((bytes) => bytes.length > 0 && bytes.at(-1) !== NEWLINE)
  for (const [index, bytes] of rest.entries()) {
    // A file's first line is none of a frame.
    const lines = [...linesOf(bytes)].slice(index === 0 && header !== null ? 0 : 1)
    for (const { json, start } of lines) {
      const mark = json === null ? null : frameMark(json)
      if (mark !== null) end = Math.max(end, mark.seq)
      else if (LIKE_A_FRAME.test(bytes.toString('latin1', start, start + 20))) end += 1
      else isUnsure = true
    }
  }
  const lost = Math.max(0, Math.max(end, knownSeq) - before - saved.length)
  return lost === 0 && isUnsure ? null : lost
}

const LIKE_A_FRAME = /^[0-9a-f]{8} \{"v":/

/** The good part without its header line. */
function goodLines({ bytes, header, goodLength }: Damage): Buffer {
  if (header === null) return Buffer.alloc(0)
  const [headerLine] = linesOf(bytes)
  return bytes.subarray(headerLine?.end ?? 0, goodLength)
}

/** Stamps of all good frames: a file of an older copy that lies there too brings none a second time. */
async function goodStamps(folder: string, damage: Damage, files: DurableFiles): Promise<ReadonlySet<string>> {
  const stamps = new Set<string>()
  const good = [damage.bytes.subarray(0, damage.goodLength)]
  for (const { name } of damage.segments) good.push(await files.read(path.join(folder, name)))
  for (const { json } of good.flatMap((bytes) => [...linesOf(bytes)])) {
    const mark = json === null ? null : frameMark(json)
    if (mark !== null) stamps.add(mark.hlc)
  }
  return stamps
}

function readableFrames(bytes: Buffer): Frame[] {
  const found: Frame[] = []
  for (const { json } of linesOf(bytes)) {
    if (json === null || frameMark(json) === null) continue
    const read = frame.safeParse(JSON.parse(json.toString()))
    if (read.success) found.push(read.data)
  }
  return found
}

/** Frames with the mark of their loss before the first of them that does not follow on the one before it. */
function marked(frames: readonly Frame[], nextSeq: number, { device, randomId }: ReadTools): readonly Frame[] {
  const gap = frames.findIndex(({ seq }, index) => seq !== nextSeq + index)
  if (gap === -1) return frames
  const id = randomId()
  const mark: Frame = {
    v: FRAME_VERSION,
    // No frame's: no undo points at it.
    seq: 0,
    // Of a run of its own: it is no sign of another's having been seen so far.
    hlc: formatHlc({ time: 0, counter: 0, run: id }),
    device,
    action: 'mend',
    author: '',
    unit: '',
    year: null,
    changes: [lossMark(id)],
  }
  return [...frames.slice(0, gap), mark, ...frames.slice(gap)]
}

/** Gives new numbers without gaps; an undo keeps pointing at its action, or at none where that is lost. */
function renumber(frames: readonly Frame[], nextSeq: number): Frame[] {
  const moved = new Map(frames.map((moving, index) => [moving.seq, nextSeq + index]))
  return frames.map(({ v, seq: _, hlc, undoOf, ...content }, index) => {
    const target = undoOf === undefined || undoOf < nextSeq ? undoOf : moved.get(undoOf)
    const renumbered = { v, seq: nextSeq + index, hlc, ...content }
    return target === undefined ? renumbered : { ...renumbered, undoOf: target }
  })
}
