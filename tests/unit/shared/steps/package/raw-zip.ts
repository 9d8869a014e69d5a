import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../../../../shared/values/crc32.ts'

/** One part of a zip built by hand: every field can lie. */
export interface RawPart {
  readonly name: string
  readonly content: Uint8Array | string
  readonly stored?: boolean
  readonly flags?: number
  readonly method?: number
  readonly crc?: number
  readonly size?: number
  readonly packedSize?: number
  readonly attributes?: number
  /** What the local header says where it differs from the directory. */
  readonly localName?: string
  readonly localSize?: number
  readonly localOffset?: number
}

const encoder = new TextEncoder()
const bytesOf = (content: Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? encoder.encode(content) : content

/** A zip with exactly these parts in this order; fflate writes honest ones only. */
export function rawZip(parts: readonly RawPart[], end: { readonly count?: number } = {}): Uint8Array {
  const locals: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const part of parts) {
    const content = bytesOf(part.content)
    const packed = part.stored ? content : deflateRawSync(content)
    const local = join(localHeader(part, content, packed), packed)
    locals.push(local)
    central.push(centralHeader(part, content, packed, part.localOffset ?? offset))
    offset += local.length
  }
  const directory = join(...central)
  return join(
    ...locals,
    directory,
    fields(
      [4, 0x06054b50],
      [4, 0],
      [2, end.count ?? parts.length],
      [2, end.count ?? parts.length],
    )([4, directory.length], [4, offset], [2, 0]),
  )
}

const common = (part: RawPart, content: Uint8Array, packed: Uint8Array, name: Uint8Array, size: number): Field[] => [
  [2, part.flags ?? 0],
  [2, part.method ?? (part.stored ? 0 : 8)],
  [4, 0x00210000],
  [4, part.crc ?? crc32(content)],
  [4, part.packedSize ?? packed.length],
  [4, size],
  [2, name.length],
  [2, 0],
]

function localHeader(part: RawPart, content: Uint8Array, packed: Uint8Array): Uint8Array {
  const name = encoder.encode(part.localName ?? part.name)
  const size = part.localSize ?? part.size ?? content.length
  return join(fields([4, 0x04034b50], [2, 20], ...common(part, content, packed, name, size))(), name)
}

function centralHeader(part: RawPart, content: Uint8Array, packed: Uint8Array, offset: number): Uint8Array {
  const name = encoder.encode(part.name)
  return join(
    fields([4, 0x02014b50], [2, 0x0314], [2, 20], ...common(part, content, packed, name, part.size ?? content.length))(
      [2, 0],
      [2, 0],
      [2, 0],
      [4, part.attributes ?? 0],
      [4, offset],
    ),
    name,
  )
}

type Field = readonly [width: 2 | 4, value: number]

function fields(...first: Field[]): (...rest: Field[]) => Uint8Array {
  return (...rest) => {
    const all = [...first, ...rest]
    const bytes = new Uint8Array(all.reduce((sum, [width]) => sum + width, 0))
    const view = new DataView(bytes.buffer)
    let at = 0
    for (const [width, value] of all) {
      if (width === 2) view.setUint16(at, value, true)
      else view.setUint32(at, value, true)
      at += width
    }
    return bytes
  }
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
