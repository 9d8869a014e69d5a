import type { z } from '../../../values/parse.ts'
import { readCanonical } from '../../../values/read-canonical.ts'
import { fail, ok, type Result } from '../../../values/result.ts'
import { readZip, type ZipEntry, type ZipLimits } from '../../../values/zip/read-zip.ts'
import { unpackZip } from '../../../values/zip/unpack-zip.ts'
import { isPlainZip } from '../../../values/zip/write-zip.ts'
import type { PackageProblem } from '../package-problem.ts'
import { type ContentIndex, contentIndex, disagreement } from './content-index.ts'
import type { EnvelopeLimits } from './limits.ts'
import type { CommonHeader } from './manifest.ts'
import { type Cover, zipProblem } from './read-cover.ts'
import { signedMessage } from './signed-message.ts'
import type { Suite } from './suite.ts'

/** What the envelope must know of a kind of file. */
export interface EnvelopeRules<Header extends CommonHeader> {
  readonly limits: EnvelopeLimits
  /** The whole manifest, strictly. */
  readonly header: z.ZodType<Header>
  /** Whether a file of this kind may hold a part of this name. */
  isPart(name: string): boolean
}

export interface OpenedEnvelope<Header> {
  readonly id: string
  readonly manifest: Header
  /** By name, every hash verified. */
  readonly parts: ReadonlyMap<string, Uint8Array>
  /** Those that are there, by hash. */
  readonly attachments: ReadonlyMap<string, Uint8Array>
}

const INDEX = 'index.json'

/**
 * Opens what `readCover()` has read. In this order: size, suite, signature, header, seal, index, parts, attachments;
 * the first that does not hold is the problem. What stands in the parts is the kind's matter.
 */
export async function openEnvelope<Header extends CommonHeader>(
  cover: Cover,
  rules: EnvelopeRules<Header>,
  suites: readonly Suite[],
): Promise<Result<OpenedEnvelope<Header>, PackageProblem>> {
  const { limits } = rules
  if (cover.size > limits.file) return fail({ code: 'too-large' })
  const suite = suites.find(({ id }) => id === cover.suite)
  if (suite === undefined) return fail({ code: 'unknown-suite', detail: cover.suite })
  const header = rules.header.safeParse(cover.manifest)
  const signer = header.success ? header.data.signer : null
  const forged = await suite.verify(signedMessage(cover), cover.signature, signer)
  if (forged !== null) return fail({ code: forged })
  if (!header.success) return fail({ code: 'manifest-unreadable' })
  const manifest = header.data
  if (manifest.content.size > limits.unpacked || manifest.content.parts > limits.parts) {
    return fail({ code: 'too-large' })
  }
  const isSealed = manifest.sealedTo.length > 0
  if (isSealed !== cover.content.isSealed) return fail({ code: 'contradicts-manifest', detail: 'sealedTo' })
  const content = isSealed ? await suite.open(cover.content.bytes) : ok(cover.content.bytes)
  if (!content.ok) return fail({ code: content.problem })
  const parts = await readContent(content.value, manifest, rules, suite)
  if (!parts.ok) return parts
  const { index, contents } = parts.value
  const attachments = await checkAttachments(cover.attachments, index, suite)
  return attachments ?? ok({ id: cover.id, manifest, parts: contents, attachments: cover.attachments })
}

interface Content {
  readonly index: ContentIndex
  readonly contents: ReadonlyMap<string, Uint8Array>
}

/** The index and the parts that it lists. The manifest says how much they are together; not a byte more is unpacked. */
async function readContent(
  bytes: Uint8Array,
  manifest: CommonHeader,
  rules: Pick<EnvelopeRules<never>, 'isPart' | 'limits'>,
  suite: Suite,
): Promise<Result<Content, PackageProblem>> {
  const { size } = manifest.content
  const limits = { entries: rules.limits.parts + 1, entry: size, unpacked: size }
  const entries = readZip(bytes, limits)
  if (!entries.ok) return fail(zipProblem(entries.problem))
  if (!isPlainZip(bytes, entries.value)) return fail({ code: 'unsupported-zip' })
  const [first, ...rest] = entries.value
  if (first?.name !== INDEX) return fail({ code: 'missing-part', detail: INDEX })
  const index = await readIndex(first, limits, manifest, suite)
  if (!index.ok) return index
  const strange = checkNames(rest, index.value, rules)
  if (strange !== null) return fail(strange)
  const counted = rest.reduce((sum, entry) => sum + entry.size, first.size)
  if (rest.length !== manifest.content.parts || counted !== size) {
    return fail({ code: 'contradicts-manifest', detail: 'content' })
  }
  const unpacked = await unpackZip(rest, limits)
  if (!unpacked.ok) return fail(zipProblem(unpacked.problem))
  for (const { name, packed } of unpacked.value) {
    const { sha256 } = index.value.parts[name] ?? {}
    if ((await suite.hash(packed)) !== sha256) return fail({ code: 'wrong-hash', detail: name })
  }
  return ok({ index: index.value, contents: new Map(unpacked.value.map(({ name, packed }) => [name, packed])) })
}

async function readIndex(
  entry: ZipEntry,
  limits: ZipLimits,
  manifest: CommonHeader,
  suite: Suite,
): Promise<Result<ContentIndex, PackageProblem>> {
  const unpacked = await unpackZip([entry], limits)
  if (!unpacked.ok) return fail(zipProblem(unpacked.problem))
  const bytes = unpacked.value[0]?.packed ?? new Uint8Array()
  if ((await suite.hash(bytes)) !== manifest.content.sha256) return fail({ code: 'wrong-hash', detail: INDEX })
  const json = readCanonical(bytes)
  if (!json.ok) return fail({ code: json.problem === 'not-json' ? 'manifest-unreadable' : json.problem, detail: INDEX })
  const index = contentIndex.safeParse(json.value)
  if (!index.success) return fail({ code: 'manifest-unreadable', detail: INDEX })
  const differing = disagreement(manifest, index.data)
  return differing === null ? ok(index.data) : fail({ code: 'contradicts-manifest', detail: differing })
}

/** Null where the entries are the parts that the index lists, of the sizes that it says. */
function checkNames(
  entries: readonly ZipEntry[],
  { parts: listed }: ContentIndex,
  { isPart }: Pick<EnvelopeRules<never>, 'isPart'>,
): PackageProblem | null {
  const sizes = new Map(entries.map(({ name, size }) => [name, size]))
  const strange = entries.find(({ name }) => !Object.hasOwn(listed, name))
  if (strange !== undefined) return { code: 'unlisted-part', detail: strange.name }
  for (const [name, { size }] of Object.entries(listed)) {
    if (!isPart(name)) return { code: 'unexpected-part', detail: name }
    if (!sizes.has(name)) return { code: 'missing-part', detail: name }
    if (sizes.get(name) !== size) return { code: 'wrong-size', detail: name }
  }
  return null
}

/** Those that are absent refuse nothing. */
async function checkAttachments(
  attachments: ReadonlyMap<string, Uint8Array>,
  { attachments: listed }: ContentIndex,
  suite: Suite,
): Promise<{ readonly ok: false; readonly problem: PackageProblem } | null> {
  for (const [name, bytes] of attachments) {
    const detail = `attachments/${name}`
    const attachment = listed.find(({ sha256 }) => sha256 === name)
    if (attachment === undefined) return fail({ code: 'unlisted-part', detail })
    if (bytes.length !== attachment.size) return fail({ code: 'wrong-size', detail })
    if ((await suite.hash(bytes)) !== name) return fail({ code: 'wrong-hash', detail })
  }
  return null
}
