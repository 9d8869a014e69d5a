import { fail, ok, type Result } from '../result.ts'

/** One entry of a zip, still packed. Sizes and checksum are what the zip's directory says of it. */
export interface ZipEntry {
  readonly name: string
  readonly packed: Uint8Array
  readonly deflated: boolean
  /** Unpacked, in bytes. */
  readonly size: number
  readonly crc: number
}

/** What a zip may hold: a number of entries, and bytes unpacked, of one entry and of all. */
export interface ZipLimits {
  readonly entries: number
  readonly entry: number
  readonly unpacked: number
}

export interface ZipProblem {
  readonly code: /** No directory at its end: something else, or cut short. */
    | 'no-zip'
    | 'too-large'
    /** Entries that lie outside the file, do not unpack, or are not what the directory says. */
    | 'damaged'
    | 'encrypted'
    /** zip64, several volumes, a compression other than deflate. */
    | 'unsupported'
    /** Two entries whose names differ at most in case. */
    | 'duplicate'
  /** Name of the entry that it is about. */
  readonly detail?: string
}

/** Field widths and places: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */
const LOCAL = { signature: 0x04034b50, length: 30 }
const CENTRAL = { signature: 0x02014b50, length: 46 }
const END = { signature: 0x06054b50, length: 22 }
const MAX_COMMENT = 0xffff

/**
 * Reads the directory of a zip as any program may have written it. Nothing is unpacked: `unpackZip()` does that. An
 * entry lies within the file; no name stands for two.
 */
export function readZip(bytes: Uint8Array, { entries: most }: ZipLimits): Result<readonly ZipEntry[], ZipProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return fail({ code: 'no-zip' })
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  const isSplit = view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count
  if (isSplit || count === 0xffff || start === 0xffffffff) return fail({ code: 'unsupported' })
  if (count > most) return fail({ code: 'too-large' })
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let at = start
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL.length > end || view.getUint32(at, true) !== CENTRAL.signature) return fail({ code: 'damaged' })
    const nameEnd = at + CENTRAL.length + view.getUint16(at + 28, true)
    const entry = readEntry(bytes, view, at, new TextDecoder().decode(bytes.subarray(at + CENTRAL.length, nameEnd)))
    if (!entry.ok) return entry
    const { name } = entry.value
    const lowerName = name.replaceAll('\\', '/').toLowerCase()
    if (names.has(lowerName)) return fail({ code: 'duplicate', detail: name })
    names.add(lowerName)
    if (!name.endsWith('/')) entries.push(entry.value)
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return ok(entries)
}

/** Where the directory's end record is: the last one, a comment may follow. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - END.length
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
    if (view.getUint32(at, true) === END.signature) return at
  }
  return null
}

/** `at`: of its record in the directory. */
function readEntry(bytes: Uint8Array, view: DataView, at: number, name: string): Result<ZipEntry, ZipProblem> {
  const isEncrypted = (view.getUint16(at + 8, true) & 1) !== 0
  if (isEncrypted) return fail({ code: 'encrypted', detail: name })
  const method = view.getUint16(at + 10, true)
  if (method !== 0 && method !== 8) return fail({ code: 'unsupported', detail: name })
  const packedSize = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const local = view.getUint32(at + 42, true)
  const isThere = local + LOCAL.length <= bytes.length && view.getUint32(local, true) === LOCAL.signature
  if (!isThere) return fail({ code: 'damaged', detail: name })
  const data = local + LOCAL.length + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (data + packedSize > bytes.length || (method === 0 && size !== packedSize)) {
    return fail({ code: 'damaged', detail: name })
  }
  const packed = bytes.subarray(data, data + packedSize)
  return ok({ name, packed, deflated: method === 8, size, crc: view.getUint32(at + 16, true) })
}
