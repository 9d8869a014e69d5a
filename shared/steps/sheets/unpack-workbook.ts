import { zipSync } from 'fflate'
import { fail, ok, type Result } from '../../values/result.ts'
import { type SheetProblem, sheetLimits } from './sheet-problem.ts'

/** Places in a zip: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */
const LOCAL_LENGTH = 30
const CENTRAL = { signature: 0x02014b50, length: 46 }
const END = { signature: 0x06054b50, length: 22 }
/** What no figure stands in; pictures and the like would only cost time. */
const passedOver =
  /(^|\/)(media|drawings|charts|theme|printerSettings|embeddings|pivot\w*|externalLinks|customXml|ctrlProps|activeX|slicer\w*|threadedComments)\/|comments\d*\.xml$|vmlDrawing|vbaProject|calcChain/i

interface Part {
  readonly name: string
  readonly packed: Uint8Array
  readonly deflated: boolean
  readonly size: number
}

export interface Unpacked {
  /** The same workbook, nothing of it packed: what is read next needs no unpacking, and so cannot swell. */
  readonly zip: Uint8Array
  /** Rows with something in them, of the longest sheet. */
  readonly rows: number
}

/**
 * Unpacks a workbook within `sheetLimits`, before any other program sees it. The zip's own list of contents is not
 * believed: a part that holds more than the list says ends the reading there and then.
 */
export async function unpackWorkbook(bytes: Uint8Array): Promise<Result<Unpacked, SheetProblem>> {
  const parts = readDirectory(bytes)
  if (!parts.ok) return parts
  const names = parts.value.map(({ name }) => name.replaceAll('\\', '/').toLowerCase())
  if (new Set(names).size !== names.length) return fail({ code: 'damaged' })
  if (!names.some((name) => name.endsWith('workbook.xml'))) return fail({ code: kindOf(names) })
  const wanted = parts.value.filter(({ name }) => !passedOver.test(name))
  // Before anything is unpacked: what the list itself admits to.
  if (wanted.reduce((sum, { size }) => sum + size, 0) > sheetLimits.unpacked) return fail({ code: 'unpacks-too-large' })
  const files: Record<string, [Uint8Array, { level: 0 }]> = {}
  let rows = 0
  for (const part of wanted) {
    const content = part.deflated ? await inflateUpTo(part.packed, part.size) : part.packed
    if (content === null) return fail({ code: 'unpacks-too-large' })
    if (content.length !== part.size) return fail({ code: 'damaged' })
    files[part.name] = [content, { level: 0 }]
    if (/sheets?\/[^/]*\.xml$/i.test(part.name.replaceAll('\\', '/'))) rows = Math.max(rows, filledRows(content))
  }
  if (rows > sheetLimits.rows + HEAD_ROWS) return fail({ code: 'too-many-rows', rows })
  return ok({ zip: zipSync(files), rows })
}

/** Titles and headings above the rows themselves. */
const HEAD_ROWS = 50

function kindOf(names: readonly string[]): 'word' | 'package' | 'not-a-sheet' {
  if (names.includes('word/document.xml')) return 'word'
  return names.includes('manifest.json') ? 'package' : 'not-a-sheet'
}

function readDirectory(bytes: Uint8Array): Result<readonly Part[], SheetProblem> {
  const damaged = fail({ code: 'damaged' } as const)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - END.length
  // A comment of at most 64 kB may follow.
  const lowest = Math.max(0, end - 0xffff)
  while (end >= lowest && view.getUint32(end, true) !== END.signature) end -= 1
  if (end < lowest || end < 0) return damaged
  const count = view.getUint16(end + 10, true)
  if (count > sheetLimits.parts) return fail({ code: 'unpacks-too-large' })
  const parts: Part[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i += 1) {
    if (at + CENTRAL.length > end || view.getUint32(at, true) !== CENTRAL.signature) return damaged
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL.length, at + CENTRAL.length + nameLength))
    const method = view.getUint16(at + 10, true)
    const isEncrypted = (view.getUint16(at + 8, true) & 1) !== 0
    if (isEncrypted) return fail({ code: 'encrypted' })
    const packedSize = view.getUint32(at + 20, true)
    const local = view.getUint32(at + 42, true)
    if (local + LOCAL_LENGTH > bytes.length || (method !== 0 && method !== 8)) return damaged
    const data = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (data + packedSize > bytes.length) return damaged
    const size = view.getUint32(at + 24, true)
    if (!name.endsWith('/')) {
      parts.push({ name, packed: bytes.subarray(data, data + packedSize), deflated: method === 8, size })
    }
    at += CENTRAL.length + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return ok(parts)
}

/**
 * By the platform's own inflate, which hands its output over in small pieces. Null where the data holds more than
 * `limit` bytes; less where it does not unpack.
 */
async function inflateUpTo(packed: Uint8Array, limit: number): Promise<Uint8Array | null> {
  const content = new Uint8Array(limit)
  let length = 0
  const inflated = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  try {
    for await (const piece of inflated) {
      if (length + piece.length > limit) return null
      content.set(piece, length)
      length += piece.length
    }
  } catch {
    // What is there is looked at: data behind the end of a stream is an error to some.
  }
  return content.subarray(0, length)
}

const [LESS, COLON, GREATER, SPACE, SLASH] = [0x3c, 0x3a, 0x3e, 0x20, 0x2f]
const [R, O, W, V, I, S] = [0x72, 0x6f, 0x77, 0x76, 0x69, 0x73]

/** Rows of a sheet's XML that hold a value: formatted empty rows, a million of them in some files, are none. */
function filledRows(xml: Uint8Array): number {
  let rows = 0
  let isFilled = true
  for (let i = xml.indexOf(LESS); i >= 0; i = xml.indexOf(LESS, i + 1)) {
    let at = i + 1
    let end = at
    while (isLetter(xml[end])) end += 1
    // A prefix: <x:row>
    if (xml[end] === COLON) at = end + 1
    const [a, b, c, d] = [xml[at], xml[at + 1], xml[at + 2], xml[at + 3]]
    if (a === R && b === O && c === W && ends(d)) isFilled = false
    else if (!isFilled && ((a === V && ends(b)) || (a === I && b === S && ends(c)))) {
      isFilled = true
      rows += 1
    }
  }
  return rows
}

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte | SPACE) >= 0x61 && (byte | SPACE) <= 0x7a

const ends = (byte: number | undefined): boolean => byte === GREATER || byte === SPACE || byte === SLASH
