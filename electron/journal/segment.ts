import { FRAME_VERSION } from '../../shared/journal/frame.ts'
import { z } from '../../shared/values/parse.ts'
import { decodeLine, encodeLine, NEWLINE } from './line.ts'

/** A journal file. Its first line says which journal it belongs to and which frame it starts with. */
const header = z.strictObject({
  journal: z.string().regex(/^[a-z0-9]{12}$/),
  /** The frames' version. */
  v: z.int().positive(),
  /** How often frames were lost and the rest renumbered, up to this file. */
  mended: z.int().nonnegative(),
  /** Sequence number of the first frame. */
  first: z.int().positive(),
  /** Files that a mended one stands in place of; what still lies there under these names counts for nothing. */
  instead: z.array(z.string()).optional(),
})
export type SegmentHeader = z.infer<typeof header>

export interface FrameMark {
  readonly seq: number
  readonly hlc: string
}

export interface SegmentScan {
  /** Null where the first line is damaged. */
  readonly header: SegmentHeader | null
  /** The last frame of the good part. */
  readonly last: FrameMark | null
  /** Length of the good part in bytes; what follows is torn or damaged. */
  readonly goodLength: number
  /** Written by a newer program: not to be touched. */
  readonly isNewer: boolean
}

const namePattern = /^\d{6}\.ogij$/

export function segmentName(number: number): string {
  return `${String(number).padStart(6, '0')}.ogij`
}

export function segmentNumber(name: string): number {
  return Number.parseInt(name, 10)
}

export function segmentNames(names: readonly string[]): string[] {
  return names.filter((name) => namePattern.test(name)).sort()
}

export function encodeHeader(value: SegmentHeader): Buffer {
  return encodeLine(JSON.stringify(value))
}

/** Sequence number and stamp from a frame's first characters, which `frameJson` keeps in this order. */
export function frameMark(json: Buffer): FrameMark | null {
  const match = /^\{"v":\d+,"seq":(\d+),"hlc":"([^"]+)"/.exec(json.toString('latin1', 0, 200))
  const [, seq, hlc = ''] = match ?? []
  return match === null ? null : { seq: Number(seq), hlc }
}

/** Read alone: a newer frame may be put together in another way behind its version. */
function frameVersion(json: Buffer): number {
  return Number(/^\{"v":(\d+)/.exec(json.toString('latin1', 0, 20))?.[1] ?? 0)
}

/** Checks line by line until the first that is torn, damaged, or out of turn. */
export function scanSegment(bytes: Buffer): SegmentScan {
  let found: SegmentHeader | null = null
  let last: FrameMark | null = null
  let goodLength = 0
  for (const { json, end } of linesOf(bytes)) {
    if (json === null) break
    if (found === null) {
      const version = headerVersion(json)
      if (version !== null && version > FRAME_VERSION) return { header: null, last, goodLength, isNewer: true }
      found = header.safeParse(parseJson(json)).data ?? null
      if (found === null) break
    } else {
      const mark = frameMark(json)
      if (frameVersion(json) > FRAME_VERSION) return { header: found, last, goodLength, isNewer: true }
      if (mark === null || mark.seq !== (last === null ? found.first : last.seq + 1)) break
      last = { seq: mark.seq, hlc: mark.hlc }
    }
    goodLength = end
  }
  return { header: found, last, goodLength, isNewer: false }
}

/** Every line that ends with a line break; `json` is null where its checksum is wrong. */
export function* linesOf(bytes: Buffer, from = 0): Generator<{ json: Buffer | null; start: number; end: number }> {
  let start = from
  for (let at = bytes.indexOf(NEWLINE, start); at !== -1; at = bytes.indexOf(NEWLINE, start)) {
    yield { json: decodeLine(bytes.subarray(start, at)), start, end: at + 1 }
    start = at + 1
  }
}

/** Read without the schema: a newer header may have other fields, but keeps its version in `v`. */
function headerVersion(json: Buffer): number | null {
  return z.looseObject({ journal: z.string(), v: z.int() }).safeParse(parseJson(json)).data?.v ?? null
}

/** The checksum was right, so this is what we wrote; anything else is null. */
function parseJson(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString())
  } catch {
    return null
  }
}
