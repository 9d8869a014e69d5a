import { Inflate } from 'fflate'
import { crc32 } from '../../values/crc32.ts'
import { fail, ok, type Result } from '../../values/result.ts'
import type { PackageProblem } from './package-problem.ts'
import type { ZipPart } from './read-zip.ts'

// Deflate expands at most 1032 times, so one step makes at most 4 MB before the size is looked at again.
const STEP = 4 * 1024

/** A part's content. It is never let grow past its declared size; checksum and size must then fit exactly. */
export function unpackPart(part: ZipPart): Result<Uint8Array, PackageProblem> {
  const content = part.deflated ? inflateUpTo(part.packed, part.size) : part.packed
  if (content === null || content.length !== part.size || crc32(content) !== part.crc) {
    return fail({ code: 'damaged', detail: part.name })
  }
  return ok(content)
}

/** Null where the data does not inflate or holds more than `limit` bytes. */
function inflateUpTo(packed: Uint8Array, limit: number): Uint8Array | null {
  const content = new Uint8Array(limit)
  let length = 0
  let tooLong = false
  const inflate = new Inflate((chunk) => {
    tooLong = length + chunk.length > limit
    if (!tooLong) content.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let at = 0; at < packed.length && !tooLong; at += STEP) {
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
    }
  } catch {
    return null
  }
  return tooLong ? null : content.subarray(0, length)
}
