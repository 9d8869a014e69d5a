import { fail, ok, type Result } from '../../values/result.ts'
import { packageLimits } from './limits.ts'
import type { PackageProblem } from './package-problem.ts'

/** One part of the zip, still packed. Sizes are as declared, in bytes. */
export interface ZipPart {
  readonly name: string
  readonly packed: Uint8Array
  readonly deflated: boolean
  readonly size: number
  readonly crc: number
}

/** Field widths and places: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */
const LOCAL = { signature: 0x04034b50, length: 30 }
const CENTRAL = { signature: 0x02014b50, length: 46 }
const END = { signature: 0x06054b50, length: 22 }

const DEFLATE_HINTS_AND_UTF8 = 0b1000_0000_0110
const FILE_TYPE_MASK = 0xf000
const PLAIN_FILE = 0x8000
const DOS_FOLDER = 0x10

// Segments begin with a letter or digit, so no `..`, no absolute path, no drive, no folder entry.
const SAFE_NAME = /^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)*$/

/**
 * Reads the directory of a zip and believes none of it: parts lie one behind the other without gap or overlap, each
 * local header says what the directory says, names are plain and unique, sizes are within `packageLimits`.
 * Nothing is unpacked here.
 */
export function readZip(bytes: Uint8Array): Result<readonly ZipPart[], PackageProblem> {
  if (bytes.length > packageLimits.file) return fail({ code: 'too-large' })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - END.length
  if (end < 0 || view.getUint32(end, true) !== END.signature) return fail({ code: 'truncated' })
  const count = view.getUint16(end + 10, true)
  const directory = view.getUint32(end + 16, true)
  const disks = view.getUint32(end + 4, true)
  if (disks !== 0 || count !== view.getUint16(end + 8, true)) return fail({ code: 'unsupported-zip' })
  if (count === 0xffff || directory === 0xffffffff) return fail({ code: 'unsupported-zip', detail: 'zip64' })
  if (count > packageLimits.parts) return fail({ code: 'too-large' })
  if (directory + view.getUint32(end + 12, true) !== end || view.getUint16(end + 20, true) !== 0) {
    return fail({ code: 'damaged' })
  }
  return readDirectory(bytes, view, { count, start: directory, end })
}

function readDirectory(
  bytes: Uint8Array,
  view: DataView,
  { count, start, end }: { count: number; start: number; end: number },
): Result<readonly ZipPart[], PackageProblem> {
  const parts: ZipPart[] = []
  const names = new Set<string>()
  let at = start
  let nextLocal = 0
  let total = 0
  for (let i = 0; i < count; i++) {
    const entry = readEntry(bytes, view, at, end)
    if (!entry.ok) return entry
    const { name, size, packedSize, flags, method, crc, local, next } = entry.value
    const lowerName = name.toLowerCase()
    if (names.has(lowerName)) return fail({ code: 'duplicate-part', detail: name })
    names.add(lowerName)
    total += size
    if (size > packageLimits.part || total > packageLimits.allParts) return fail({ code: 'too-large', detail: name })

    const nameLength = new TextEncoder().encode(name).length
    const body = local + LOCAL.length + nameLength
    if (local !== nextLocal || body > start) return fail({ code: 'damaged', detail: name })
    const data = body + view.getUint16(local + 28, true)
    const agrees =
      view.getUint32(local, true) === LOCAL.signature &&
      view.getUint16(local + 6, true) === flags &&
      view.getUint16(local + 8, true) === method &&
      view.getUint32(local + 14, true) === crc &&
      view.getUint32(local + 18, true) === packedSize &&
      view.getUint32(local + 22, true) === size &&
      view.getUint16(local + 26, true) === nameLength &&
      decodeName(bytes.subarray(local + LOCAL.length, body)) === name
    if (!agrees || data + packedSize > start) return fail({ code: 'damaged', detail: name })
    parts.push({ name, packed: bytes.subarray(data, data + packedSize), deflated: method === 8, size, crc })
    nextLocal = data + packedSize
    at = next
  }
  return at === end && nextLocal === start ? ok(parts) : fail({ code: 'damaged' })
}

interface Entry {
  readonly name: string
  readonly size: number
  readonly packedSize: number
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly local: number
  readonly next: number
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, end: number): Result<Entry, PackageProblem> {
  if (at + CENTRAL.length > end || view.getUint32(at, true) !== CENTRAL.signature) return fail({ code: 'damaged' })
  const nameEnd = at + CENTRAL.length + view.getUint16(at + 28, true)
  const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (next > end) return fail({ code: 'damaged' })
  const name = decodeName(bytes.subarray(at + CENTRAL.length, nameEnd))
  if (name === null || name.length > 200 || !SAFE_NAME.test(name)) {
    return fail({ code: 'unsafe-part', detail: (name ?? '').slice(0, 200) })
  }
  const attributes = view.getUint32(at + 38, true)
  const fileType = (attributes >>> 16) & FILE_TYPE_MASK
  if ((fileType !== 0 && fileType !== PLAIN_FILE) || (attributes & DOS_FOLDER) !== 0) {
    return fail({ code: 'unsafe-part', detail: name })
  }
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const size = view.getUint32(at + 24, true)
  const packedSize = view.getUint32(at + 20, true)
  const local = view.getUint32(at + 42, true)
  const known = (flags & ~DEFLATE_HINTS_AND_UTF8) === 0 && (method === 0 || method === 8)
  if (!known || view.getUint16(at + 34, true) !== 0) return fail({ code: 'unsupported-zip', detail: name })
  if (method === 0 && size !== packedSize) return fail({ code: 'damaged', detail: name })
  return ok({ name, size, packedSize, flags, method, crc: view.getUint32(at + 16, true), local, next })
}

function decodeName(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
