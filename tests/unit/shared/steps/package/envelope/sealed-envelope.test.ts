import { describe, expect, it } from 'vitest'
import { type EnvelopeDraft, packEnvelope } from '../../../../../../shared/steps/package/envelope/pack-envelope.ts'
import { signedMessage } from '../../../../../../shared/steps/package/envelope/signed-message.ts'
import type { SubmissionManifest } from '../../../../../../shared/steps/package/kinds/submission.ts'
import { openPackage } from '../../../../../../shared/steps/package/open-package.ts'
import { canonicalJson } from '../../../../../../shared/values/canonical-json.ts'
import { storedEntry, writeZip } from '../../../../../../shared/values/zip/write-zip.ts'
import { sampleDraft, sampleJson, unzipped } from '../../../../../fixtures/made-package.ts'
import { reading } from '../../../../../fixtures/submission-bytes.ts'
import { toySuite } from '../../../../../fixtures/toy-suite.ts'

const { report, basis, nonce, ...header } = sampleDraft
const text = (json: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(json))
const { form } = sampleJson.manifest as { form: SubmissionManifest['form'] }
const draft: EnvelopeDraft<SubmissionManifest> = {
  kind: 'submission',
  header: { ...header, unit: report.unit, year: report.year, form, signer: { sign: 'township', seal: 'township' } },
  parts: { 'report.json': text(sampleJson.report), 'basis.json': text(sampleJson.basis) },
  nonce,
  recipients: ['county', 'township'],
}
const file = await packEnvelope(draft, toySuite('township'))
const outer = await unzipped(file)

const openedBy = async (own: string, bytes: Uint8Array = file) => {
  const opened = await openPackage(bytes, { ...reading, suites: [toySuite(own)] })
  return opened.ok ? opened.value : opened.problem
}
const changed = (more: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  writeZip(Object.entries({ ...outer, ...more }).map(([name, bytes]) => storedEntry(name, bytes)))
const manifestWith = (change: object): Uint8Array =>
  text({ ...JSON.parse(new TextDecoder().decode(outer['manifest.json'])), ...change })

describe('an envelope of a suite that signs and seals', () => {
  it('says outside to which keys it is sealed, and opens for each of them alone', async () => {
    expect(Object.keys(outer)).toEqual(['manifest.json', 'signature', 'content.age'])
    const manifest = JSON.parse(new TextDecoder().decode(outer['manifest.json']))
    const ids = await Promise.all(draft.recipients.map(toySuite('').keyId))
    expect(manifest.sealedTo).toEqual(ids)
    for (const own of draft.recipients) expect(await openedBy(own)).toMatchObject({ report, basis })
    expect(await openedBy('neighbour')).toEqual({ code: 'not-for-us' })
  })

  it('is refused where anything in the manifest was changed, or nobody signed it', async () => {
    expect(await openedBy('county', changed({ 'manifest.json': manifestWith({ revision: 2 }) }))).toEqual({
      code: 'signature-wrong',
    })
    expect(await openedBy('county', changed({ signature: new Uint8Array() }))).toEqual({ code: 'signature-missing' })
    const other = { sign: 'forger', seal: 'forger' }
    expect(await openedBy('county', changed({ 'manifest.json': manifestWith({ signer: other }) }))).toEqual({
      code: 'signature-wrong',
    })
  })

  it("is refused where somebody signs another's content as his own", async () => {
    const forged = { ...draft.header, signer: { sign: 'forger', seal: 'forger' } }
    const own = await unzipped(await packEnvelope({ ...draft, header: forged }, toySuite('forger')))
    const manifest = JSON.parse(new TextDecoder().decode(own['manifest.json']))
    const { content } = JSON.parse(new TextDecoder().decode(outer['manifest.json']))
    const stolen = text({ ...manifest, content })
    const message = signedMessage({ suite: 'toy', kind: 'submission', manifestBytes: stolen })
    const signature = await toySuite('forger').sign(message)
    expect(await openedBy('county', changed({ 'manifest.json': stolen, signature }))).toEqual({
      code: 'contradicts-manifest',
      detail: 'signer',
    })
  })

  it('P3: has the same id however it is sealed and packed', async () => {
    const again = await openedBy('county', changed({ 'content.age': outer['content.age'] ?? new Uint8Array() }))
    expect(again).toMatchObject({ id: ((await openedBy('township')) as { id: string }).id })
  })

  it('says seal-damaged where the sealed part is none', async () => {
    expect(await openedBy('county', changed({ 'content.age': new Uint8Array([1, 2, 3]) }))).toEqual({
      code: 'seal-damaged',
    })
  })
})
