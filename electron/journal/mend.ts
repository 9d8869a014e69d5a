import path from 'node:path'
import { type Frame, frame } from '../../shared/journal/frame.ts'
import type { DurableFiles } from '../disk/durable-files.ts'
import { encodeLine } from './line.ts'
import { encodeHeader, type FrameMark, frameMark, linesOf, type SegmentHeader } from './segment.ts'

/** Where a journal stops being readable. */
export interface Damage {
  /** The damaged file and all later ones. */
  readonly names: readonly [string, ...string[]]
  readonly bytes: Buffer
  /** Its header; null where that does not fit, and then nothing of the file counts as good. */
  readonly header: SegmentHeader | null
  readonly goodLength: number
  /** The last good frame, and what the files before say. */
  readonly last: FrameMark | null
  readonly journal: string
  readonly mended: number
}

/**
 * Puts the damaged files aside whole, then writes one file in their place: the good part, followed by every later frame
 * that is still readable, renumbered. Only frames whose own bytes are damaged are lost. Safe to be broken off and done
 * again: frames already taken over are told by their stamps, which only grow.
 */
export async function mend(folder: string, damage: Damage, asideFolder: string, files: DurableFiles): Promise<void> {
  const [first, ...later] = damage.names
  const rest = [{ bytes: damage.bytes, from: damage.goodLength }]
  for (const name of later) rest.push({ bytes: await files.read(path.join(folder, name)), from: 0 })

  await files.makeFolder(asideFolder)
  for (const [index, { bytes }] of rest.entries()) {
    await files.writeWhole(path.join(asideFolder, damage.names[index] ?? ''), bytes)
  }

  const saved = rest.flatMap(({ bytes, from }) => readableFrames(bytes, from))
  const nextSeq = (damage.last?.seq ?? 0) + 1
  const header = encodeHeader({
    journal: damage.journal,
    v: 1,
    mended: damage.mended + 1,
    first: damage.header?.first ?? nextSeq,
  })
  const frames = renumber(onlyLater(saved, damage.last?.hlc ?? ''), nextSeq)
  const lines = frames.map((saved) => encodeLine(JSON.stringify(saved)))
  await files.writeWhole(path.join(folder, first), Buffer.concat([header, goodFrames(damage), ...lines]))

  for (const name of later) await files.remove(path.join(folder, name))
  await files.syncFolder(folder)
}

/** The good part without its header line. */
function goodFrames({ bytes, header, goodLength }: Damage): Buffer {
  if (header === null) return Buffer.alloc(0)
  const [headerLine] = linesOf(bytes)
  return bytes.subarray(headerLine?.end ?? 0, goodLength)
}

function readableFrames(bytes: Buffer, from: number): Frame[] {
  const found: Frame[] = []
  for (const { json } of linesOf(bytes, from)) {
    if (json === null || frameMark(json) === null) continue
    const read = frame.safeParse(JSON.parse(json.toString()))
    if (read.success) found.push(read.data)
  }
  return found
}

function onlyLater(frames: readonly Frame[], hlc: string): Frame[] {
  let last = hlc
  return frames.filter((candidate) => {
    if (candidate.hlc <= last) return false
    last = candidate.hlc
    return true
  })
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
