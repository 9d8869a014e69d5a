import { deflateSync } from 'fflate'
import { crc32 } from '../crc32.ts'
import type { ZipEntry } from './read-zip.ts'

/** What stands in the fields of a zip that we write: 2.0 (deflate), midnight of 1980-01-01, nothing else. */
const VERSION = 20
const DOS_DATE = 0x0021
const NAME_IS_UTF8 = 0x0800

/** An entry that is kept as it is. */
export function storedEntry(name: string, content: Uint8Array): ZipEntry {
  return { name, packed: content, deflated: false, size: content.length, crc: crc32(content) }
}

export function deflatedEntry(name: string, content: Uint8Array): ZipEntry {
  return { ...storedEntry(name, content), packed: deflateSync(content, { level: 6 }), deflated: true }
}

/** A zip of these entries, in this order, without a bit that does not follow from them. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const pieces = [...zipPieces(entries)]
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** Whether a zip is byte for byte as `writeZip()` makes it of its entries: no field, gap or comment says anything more. */
export function isPlainZip(bytes: Uint8Array, entries: readonly ZipEntry[]): boolean {
  let at = 0
  for (const piece of zipPieces(entries)) {
    // What was read out of these very bytes at this very place need not be compared.
    const isHere = piece.buffer === bytes.buffer && piece.byteOffset === bytes.byteOffset + at
    if (!isHere && !piece.every((byte, i) => bytes[at + i] === byte)) return false
    at += piece.length
  }
  return at === bytes.length
}

/** PKWARE APPNOTE 6.3: 4.3.7 local header and data of each entry, 4.3.12 directory, 4.3.16 its end. */
function* zipPieces(entries: readonly ZipEntry[]): Generator<Uint8Array> {
  const directory: Uint8Array[] = []
  let at = 0
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name)
    const local = fields(30, [4, 0x04034b50], ...common(entry, name))
    yield local
    yield name
    yield entry.packed
    const places: Field[] = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, at],
    ]
    directory.push(fields(46, [4, 0x02014b50], [2, VERSION], ...common(entry, name), ...places), name)
    at += local.length + name.length + entry.packed.length
  }
  yield* directory
  const length = directory.reduce((sum, piece) => sum + piece.length, 0)
  const count = entries.length
  yield fields(22, [4, 0x06054b50], [4, 0], [2, count], [2, count], [4, length], [4, at], [2, 0])
}

/** What local header and directory both say. */
function common({ packed, deflated, size, crc }: ZipEntry, name: Uint8Array): Field[] {
  const flags = name.some((byte) => byte > 0x7f) ? NAME_IS_UTF8 : 0
  const method = deflated ? 8 : 0
  const sizes: Field[] = [
    [4, crc],
    [4, packed.length],
    [4, size],
    [2, name.length],
    [2, 0],
  ]
  return [[2, VERSION], [2, flags], [2, method], [2, 0], [2, DOS_DATE], ...sizes]
}

type Field = readonly [width: 2 | 4, value: number]

function fields(length: number, ...all: Field[]): Uint8Array {
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [width, value] of all) {
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += width
  }
  return bytes
}
