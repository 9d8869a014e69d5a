import { crc32 } from '../crc32.ts'
import { fail, ok, type Result } from '../result.ts'
import type { ZipEntry, ZipLimits, ZipProblem } from './read-zip.ts'

/**
 * The same entries with nothing packed, within limits: first what the directory admits to is summed up, then no entry is
 * let grow past the size it is said to have. Size and checksum must fit in the end.
 */
export async function unpackZip(
  entries: readonly ZipEntry[],
  { entry: largest, unpacked: most }: ZipLimits,
): Promise<Result<readonly ZipEntry[], ZipProblem>> {
  const sum = entries.reduce((total, { size }) => total + size, 0)
  if (sum > most || entries.some(({ size }) => size > largest)) return fail({ code: 'too-large' })
  const unpacked: ZipEntry[] = []
  for (const entry of entries) {
    const content = entry.deflated ? await inflate(entry) : ok(entry.packed)
    if (!content.ok) return content
    if (content.value.length !== entry.size || crc32(content.value) !== entry.crc) {
      return fail({ code: 'damaged', detail: entry.name })
    }
    unpacked.push({ ...entry, packed: content.value, deflated: false })
  }
  return ok(unpacked)
}

/** By the platform's own inflate, which hands its output over in small pieces and minds bytes behind the end. */
async function inflate({ name, packed, size }: ZipEntry): Promise<Result<Uint8Array, ZipProblem>> {
  const content = new Uint8Array(size)
  let length = 0
  const inflated = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  try {
    for await (const piece of inflated) {
      if (length + piece.length > size) return fail({ code: 'too-large', detail: name })
      content.set(piece, length)
      length += piece.length
    }
  } catch {
    return fail({ code: 'damaged', detail: name })
  }
  return ok(content.subarray(0, length))
}
