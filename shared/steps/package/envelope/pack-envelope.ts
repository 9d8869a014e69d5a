import { canonicalJson } from '../../../values/canonical-json.ts'
import { deflatedEntry, storedEntry, writeZip } from '../../../values/zip/write-zip.ts'
import { type ContentIndex, repeatedFields } from './content-index.ts'
import { type CommonHeader, type EnvelopeField, FORMAT_VERSION } from './manifest.ts'
import { MANIFEST } from './read-cover.ts'
import { signedMessage } from './signed-message.ts'
import type { Suite } from './suite.ts'

export interface EnvelopeDraft<Header extends CommonHeader> {
  readonly kind: Header['kind']
  /** The manifest without what the envelope adds. */
  readonly header: Omit<Header, EnvelopeField>
  /** By name. */
  readonly parts: Readonly<Record<string, Uint8Array>>
  /** 32 random bytes in hex: the same draft and nonce give the same id. */
  readonly nonce: string
  /** Public keys that the content is sealed to; none: it lies open. */
  readonly recipients: readonly string[]
}

/** An `.ogi` file. Attachments come with the first kind that has some. */
export async function packEnvelope<Header extends CommonHeader>(
  { kind, header, parts, nonce, recipients }: EnvelopeDraft<Header>,
  suite: Suite,
): Promise<Uint8Array> {
  const named = Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))
  const listed: ContentIndex['parts'] = {}
  for (const [name, bytes] of named) listed[name] = { sha256: await suite.hash(bytes), size: bytes.length }
  const index = encode({ ...repeatedFields({ kind, ...header }), nonce, parts: listed, attachments: [] })
  const content = {
    sha256: await suite.hash(index),
    size: index.length + named.reduce((sum, [, { length }]) => sum + length, 0),
    parts: named.length,
  }
  const sealedTo = await Promise.all(recipients.map((key) => suite.keyId(key)))
  const envelope = { format: 'ogi', formatVersion: FORMAT_VERSION, suite: suite.id, kind, sealedTo, content } as const
  const manifest = encode({ ...header, ...envelope } satisfies Record<EnvelopeField, unknown>)
  const signature = await suite.sign(signedMessage({ suite: suite.id, kind, manifestBytes: manifest }))
  const inner = writeZip([
    deflatedEntry('index.json', index),
    ...named.map(([name, bytes]) => deflatedEntry(name, bytes)),
  ])
  const isSealed = recipients.length > 0
  return writeZip([
    storedEntry(MANIFEST, manifest),
    storedEntry('signature', signature),
    isSealed ? storedEntry('content.age', await suite.seal(inner, recipients)) : storedEntry('content.zip', inner),
  ])
}

const encode = (json: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(json))
