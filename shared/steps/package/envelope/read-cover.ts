import { z } from '../../../values/parse.ts'
import { readCanonical } from '../../../values/read-canonical.ts'
import { fail, ok, type Result } from '../../../values/result.ts'
import { sha256Hex } from '../../../values/sha256.ts'
import { readZip, type ZipEntry, type ZipProblem } from '../../../values/zip/read-zip.ts'
import { unpackZip } from '../../../values/zip/unpack-zip.ts'
import { isPlainZip } from '../../../values/zip/write-zip.ts'
import type { PackageProblem, PackageProblemCode } from '../package-problem.ts'
import { attachmentLimits, FIXED_ENTRIES, MAX_MANIFEST, MAX_SIGNATURE } from './limits.ts'
import { FORMAT_VERSION } from './manifest.ts'

export const MANIFEST = 'manifest.json'
/** PKWARE APPNOTE 6.3, section 4.3.16. */
const END_LENGTH = 22
const ATTACHMENT = /^attachments\/[0-9a-f]{64}$/

/** The outside of an `.ogi` file: what can be read before its kind is known. */
export interface Cover {
  /** SHA-256 of the manifest's bytes, in hex: the file's name for ever, however it is packed and sealed. */
  readonly id: string
  readonly kind: string
  readonly suite: string
  readonly manifestBytes: Uint8Array
  /** The manifest, not looked at but for the version, the kind and the suite. */
  readonly manifest: unknown
  readonly signature: Uint8Array
  readonly content: { readonly bytes: Uint8Array; readonly isSealed: boolean }
  /** By the hash that their name is. */
  readonly attachments: ReadonlyMap<string, Uint8Array>
  /** Bytes of the file without its attachments. */
  readonly size: number
}

const anyManifest = z.looseObject({
  format: z.literal('ogi'),
  formatVersion: z.int().positive(),
  kind: z.string().max(20),
  suite: z.string().max(20),
})

/**
 * Reads the outer zip and the manifest. `most`: bytes that the largest kind may have, attachments apart. Nothing in the
 * zip may stand elsewhere, or say more, than as `packEnvelope()` writes it.
 */
export async function readCover(bytes: Uint8Array, most: number): Promise<Result<Cover, PackageProblem>> {
  const largest = most + attachmentLimits.count * attachmentLimits.size
  if (bytes.length > largest) return fail({ code: 'too-large' })
  const problem = checkEnds(bytes)
  if (problem !== null) return fail({ code: problem })
  const zip = await readStored(bytes, most)
  if (!zip.ok) return zip
  const [manifest, signature, content, ...attachments] = zip.value
  if (manifest?.name !== MANIFEST) return fail({ code: 'missing-part', detail: MANIFEST })
  if (manifest.size > MAX_MANIFEST) return fail({ code: 'too-large', detail: MANIFEST })
  const json = readCanonical(manifest.packed)
  if (!json.ok) {
    return fail({ code: json.problem === 'not-json' ? 'manifest-unreadable' : json.problem, detail: MANIFEST })
  }
  const any = anyManifest.safeParse(json.value)
  if (!any.success) return fail({ code: 'manifest-unreadable' })
  const { formatVersion, kind, suite } = any.data
  // Before anything that a newer program may have changed.
  if (formatVersion > FORMAT_VERSION) return fail({ code: 'newer-format', detail: String(formatVersion) })
  if (signature?.name !== 'signature') return fail({ code: 'missing-part', detail: 'signature' })
  if (signature.size > MAX_SIGNATURE) return fail({ code: 'too-large', detail: 'signature' })
  if (content?.name !== 'content.zip' && content?.name !== 'content.age') {
    return fail({ code: 'missing-part', detail: 'content.zip' })
  }
  const strange = attachments.find(({ name }) => !ATTACHMENT.test(name))
  if (strange !== undefined) return fail({ code: 'unlisted-part', detail: strange.name })
  const attached = attachments.reduce((sum, { size }) => sum + size, 0)
  return ok({
    id: sha256Hex(manifest.packed),
    kind,
    suite,
    manifestBytes: manifest.packed,
    manifest: json.value,
    signature: signature.packed,
    content: { bytes: content.packed, isSealed: content.name === 'content.age' },
    attachments: new Map(attachments.map(({ name, packed }) => [name.slice('attachments/'.length), packed])),
    size: bytes.length - attached,
  })
}

/**
 * Tells a file of ours that is cut short from a file that never was one: a picture, or a workbook renamed. Its end is
 * that of a zip, without a comment.
 */
function checkEnds(bytes: Uint8Array): 'not-ogi' | 'truncated' | null {
  const isAt = (place: number, text: string): boolean =>
    [...text].every((char, i) => place + i >= bytes.length || bytes[place + i] === char.charCodeAt(0))
  if (!isAt(0, 'PK\x03\x04') || !isAt(30, MANIFEST)) return 'not-ogi'
  return bytes.length < 30 + MANIFEST.length || !isAt(bytes.length - END_LENGTH, 'PK\x05\x06') ? 'truncated' : null
}

/** The entries of a zip in which nothing is packed. */
async function readStored(bytes: Uint8Array, most: number): Promise<Result<readonly ZipEntry[], PackageProblem>> {
  const limits = {
    entries: FIXED_ENTRIES + attachmentLimits.count,
    entry: Math.max(most, attachmentLimits.size),
    unpacked: bytes.length,
  }
  const entries = readZip(bytes, limits)
  if (!entries.ok) return fail(zipProblem(entries.problem))
  // Before what is deflated could be unpacked, and what stands between the entries be passed over.
  const isPlain = entries.value.every(({ deflated }) => !deflated) && isPlainZip(bytes, entries.value)
  if (!isPlain) return fail({ code: 'unsupported-zip' })
  const unpacked = await unpackZip(entries.value, limits)
  return unpacked.ok ? unpacked : fail(zipProblem(unpacked.problem))
}

const zipCodes = {
  'no-zip': 'truncated',
  'too-large': 'too-large',
  damaged: 'damaged',
  encrypted: 'unsupported-zip',
  unsupported: 'unsupported-zip',
  duplicate: 'duplicate-part',
} as const satisfies Record<ZipProblem['code'], PackageProblemCode>

export function zipProblem({ code, detail }: ZipProblem): PackageProblem {
  return detail === undefined ? { code: zipCodes[code] } : { code: zipCodes[code], detail }
}
