import { describe, expect, it } from 'vitest'
import { packSubmission } from '../../../../../shared/steps/package/kinds/pack-submission.ts'
import { openPackage } from '../../../../../shared/steps/package/open-package.ts'
import type { PackageProblem } from '../../../../../shared/steps/package/package-problem.ts'
import { canonicalJson } from '../../../../../shared/values/canonical-json.ts'
import { sha256Hex } from '../../../../../shared/values/sha256.ts'
import { deflatedEntry, storedEntry, writeZip } from '../../../../../shared/values/zip/write-zip.ts'
import { catalogue } from '../../../../fixtures/catalogue.ts'
import {
  type PackageChange,
  rebuilt,
  sampleDraft,
  sampleJson,
  samplePackage,
  unzipped,
} from '../../../../fixtures/made-package.ts'
import { join, rawZip } from '../../../../fixtures/raw-zip.ts'
import { reading } from '../../../../fixtures/submission-bytes.ts'
import { unsignedSuite } from '../../../../fixtures/unsigned-suite.ts'

async function problemOf(bytes: Uint8Array | PackageChange): Promise<PackageProblem | null> {
  const result = await openPackage(bytes instanceof Uint8Array ? bytes : rebuilt(bytes), reading)
  return result.ok ? null : result.problem
}
const text = (json: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(json))
const MEGABYTE = 1024 * 1024
const { form } = sampleJson.manifest as { form: { id: string; sha256: string } }

describe('openPackage()', () => {
  it('gives back what was packed', async () => {
    const result = await openPackage(samplePackage, reading)
    const manifest = (await unzipped(samplePackage))['manifest.json'] ?? new Uint8Array()
    expect(result).toMatchObject({
      ok: true,
      value: {
        kind: 'submission',
        id: sha256Hex(manifest),
        report: sampleDraft.report,
        basis: sampleDraft.basis,
        manifest: { kind: 'submission', unit: sampleDraft.report.unit, year: 2020, practice: true, follows: [] },
      },
    })
    expect(await problemOf(rebuilt())).toBeNull()
    expect(rebuilt()).toEqual(samplePackage)
  })

  it('reads a view into a larger buffer', async () => {
    const padded = join(new Uint8Array(7), samplePackage, new Uint8Array(9))
    expect(await problemOf(padded.subarray(7, 7 + samplePackage.length))).toBeNull()
  })

  it.each([
    ['a text', new TextEncoder().encode('单位,年度\n')],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])],
    ['a workbook renamed', writeZip([storedEntry('[Content_Types].xml', new Uint8Array(20))])],
    ['an empty zip', writeZip([])],
    [
      'a zip whose manifest is not first',
      writeZip([storedEntry('report.json', text({})), storedEntry('manifest.json', text({}))]),
    ],
  ])('says not-ogi to %s', async (_, bytes) => expect((await problemOf(bytes))?.code).toBe('not-ogi'))

  it('P1: says truncated at whatever place the file was cut', async () => {
    for (let length = 0; length < samplePackage.length; length += 97) {
      expect([length, (await problemOf(samplePackage.subarray(0, length)))?.code]).toEqual([length, 'truncated'])
    }
    expect((await problemOf(samplePackage.subarray(0, -1)))?.code).toBe('truncated')
    expect((await problemOf(join(samplePackage, new Uint8Array(1))))?.code).toBe('truncated')
  })

  it('P2: says too-large to a file, a manifest, a signature, parts and attachments over their limits', async () => {
    const { content } = sampleJson.manifest as { content: { size: number; parts: number } }
    const manifest = (more: object): PackageChange => ({ manifest: { content: { ...content, ...more } } })
    expect((await problemOf(new Uint8Array(108 * MEGABYTE + 1)))?.code).toBe('too-large')
    expect(await problemOf({ manifest: { device: 'x'.repeat(64 * 1024) } })).toEqual({
      code: 'too-large',
      detail: 'manifest.json',
    })
    expect(await problemOf({ signature: new Uint8Array(1025) })).toEqual({ code: 'too-large', detail: 'signature' })
    expect((await problemOf(manifest({ size: 32 * MEGABYTE + 1 })))?.code).toBe('too-large')
    expect((await problemOf(manifest({ parts: 401 })))?.code).toBe('too-large')
    const photos = (count: number, size: number): PackageChange => ({
      attachments: Object.fromEntries(
        Array.from({ length: count }, (_, i) => [String(i).padStart(64, '0'), new Uint8Array(size)]),
      ),
    })
    expect((await problemOf(photos(21, 1)))?.code).toBe('too-large')
    expect((await problemOf(photos(1, 9 * MEGABYTE)))?.code).toBe('too-large')
  })

  it('P5: unpacks no part where they are more than the manifest says', async () => {
    const bomb: PackageChange = { parts: { 'report.json': new Uint8Array(30 * MEGABYTE) }, size: 20_000 }
    const file = rebuilt(bomb)
    expect(file.length).toBeLessThan(MEGABYTE)
    const before = process.memoryUsage().arrayBuffers
    expect(await problemOf(file)).toEqual({ code: 'contradicts-manifest', detail: 'content' })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5 * MEGABYTE)
  })

  it.each([
    ['another program packed', rawZip([{ name: 'manifest.json', content: text(sampleJson.manifest) }])],
    ['is packed outside', writeZip([deflatedEntry('manifest.json', text(sampleJson.manifest))])],
    ['is encrypted', rawZip([{ name: 'manifest.json', content: 'x', flags: 1 }])],
  ])('says unsupported-zip to what %s', async (_, bytes) =>
    expect((await problemOf(bytes))?.code).toBe('unsupported-zip'),
  )

  it('P1: says unsupported-zip to a content that another program packed', async () => {
    const outer = await unzipped(samplePackage)
    const inner = await unzipped(outer['content.zip'] ?? new Uint8Array())
    const content = rawZip(Object.entries(inner).map(([name, bytes]) => ({ name, content: bytes })))
    const entries = Object.entries({ ...outer, 'content.zip': content })
    const file = writeZip(entries.map(([name, bytes]) => storedEntry(name, bytes)))
    expect((await problemOf(file))?.code).toBe('unsupported-zip')
  })

  it('says damaged to a byte of the content turned over', async () => {
    const bytes = samplePackage.slice()
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 0xff
    expect((await problemOf(bytes))?.code).toBe('damaged')
  })

  it('P2: says missing-part to a file without manifest, signature, content, index, report or basis', async () => {
    const manifest = storedEntry('manifest.json', text(sampleJson.manifest))
    const signature = storedEntry('signature', new Uint8Array())
    expect(await problemOf(writeZip([manifest]))).toEqual({ code: 'missing-part', detail: 'signature' })
    expect(await problemOf(writeZip([manifest, signature]))).toEqual({ code: 'missing-part', detail: 'content.zip' })
    expect(await problemOf({ contentName: 'contents.zip' })).toEqual({ code: 'missing-part', detail: 'content.zip' })
    const empty = storedEntry('content.zip', writeZip([]))
    expect(await problemOf(writeZip([manifest, signature, empty]))).toEqual({
      code: 'missing-part',
      detail: 'index.json',
    })
    expect(await problemOf({ parts: { 'report.json': undefined } })).toEqual({
      code: 'missing-part',
      detail: 'report.json',
    })
    expect(await problemOf({ parts: { 'basis.json': undefined } })).toEqual({
      code: 'missing-part',
      detail: 'basis.json',
    })
  })

  it('P1: says duplicate-part, also where only the case differs', async () => {
    const doubled = await problemOf({ unlisted: { 'REPORT.json': {} } })
    expect(doubled).toEqual({ code: 'duplicate-part', detail: 'REPORT.json' })
  })

  it('says unlisted-part to what stands under no hash, and unexpected-part to what no submission has', async () => {
    expect(await problemOf({ unlisted: { 'extra.json': {} } })).toEqual({ code: 'unlisted-part', detail: 'extra.json' })
    expect((await problemOf({ unlisted: { constructor: {} } }))?.code).toBe('unlisted-part')
    expect(await problemOf({ parts: { 'x.exe': 'MZ' } })).toEqual({ code: 'unexpected-part', detail: 'x.exe' })
    const photo = new Uint8Array([1, 2, 3])
    const hash = sha256Hex(photo)
    expect(await problemOf({ attachments: { [hash]: photo } })).toEqual({
      code: 'unlisted-part',
      detail: `attachments/${hash}`,
    })
    expect((await problemOf({ attachments: { '../x': photo } }))?.code).toBe('unlisted-part')
  })

  it('takes attachments that the index lists, also where they are absent', async () => {
    const photo = new Uint8Array([1, 2, 3])
    const hash = sha256Hex(photo)
    const index = { attachments: [{ sha256: hash, size: 3, type: 'image/jpeg' }] }
    expect(await problemOf({ index, attachments: { [hash]: photo } })).toBeNull()
    expect(await problemOf({ index })).toBeNull()
    const other = { [hash]: new Uint8Array([1, 2, 4]) }
    expect(await problemOf({ index, attachments: other })).toEqual({
      code: 'wrong-hash',
      detail: `attachments/${hash}`,
    })
  })

  it('P5: says wrong-size and wrong-hash', async () => {
    const { parts } = sampleJson.index as { parts: Record<string, { sha256: string; size: number }> }
    const listed = (more: object): PackageChange => ({
      index: { parts: { ...parts, 'report.json': { ...parts['report.json'], ...more } } },
    })
    expect(await problemOf(listed({}))).toBeNull()
    expect(await problemOf(listed({ size: 1 }))).toEqual({ code: 'wrong-size', detail: 'report.json' })
    expect(await problemOf(listed({ sha256: '0'.repeat(64) }))).toEqual({ code: 'wrong-hash', detail: 'report.json' })
    const { content } = sampleJson.manifest as { content: object }
    expect(await problemOf({ manifest: { content: { ...content, sha256: '0'.repeat(64) } } })).toEqual({
      code: 'wrong-hash',
      detail: 'index.json',
    })
  })

  it('P6: says not-canonical to a second spelling of the same data, to keys that stand twice among them', async () => {
    const spelled = (json: unknown): string => JSON.stringify(json, null, 1)
    expect(await problemOf({ manifest: spelled(sampleJson.manifest) })).toEqual({
      code: 'not-canonical',
      detail: 'manifest.json',
    })
    expect(await problemOf({ index: spelled(sampleJson.index) })).toEqual({
      code: 'not-canonical',
      detail: 'index.json',
    })
    expect(await problemOf({ parts: { 'report.json': spelled(sampleJson.report) } })).toEqual({
      code: 'not-canonical',
      detail: 'report.json',
    })
    const twice = canonicalJson(sampleJson.basis).replace('{', '{"reasons":[],')
    expect(await problemOf({ parts: { 'basis.json': twice } })).toEqual({ code: 'not-canonical', detail: 'basis.json' })
  })

  it('P6: says unsafe-key, too-deep and text-too-long', async () => {
    const cells = canonicalJson(sampleJson.report).replace('"cells":{', '"cells":{"__proto__":7,')
    expect(await problemOf({ parts: { 'report.json': cells } })).toEqual({ code: 'unsafe-key', detail: 'report.json' })
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(await problemOf({ parts: { 'basis.json': deep } })).toEqual({ code: 'too-deep', detail: 'basis.json' })
    const narrative = { preface: '字'.repeat(200_001) }
    expect(await problemOf({ parts: { 'report.json': { ...sampleJson.report, narrative } } })).toEqual({
      code: 'text-too-long',
      detail: 'report.json',
    })
  })

  it('P6: says list-too-long to more questions and reasons than a form of a county has', async () => {
    const asked = (count: number): PackageChange => {
      const supplement = Object.fromEntries(Array.from({ length: count }, (_, i) => [`question.q${i}`, i]))
      return { parts: { 'report.json': { ...sampleJson.report, supplement } } }
    }
    expect(await problemOf(asked(20))).toBeNull()
    expect(await problemOf(asked(21))).toEqual({ code: 'list-too-long', detail: 'questions' })
    const origins = (count: number): PackageChange => {
      const supplement = Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`question.q${i}`, { kind: 'entered' }]),
      )
      return { parts: { 'basis.json': { ...sampleJson.basis, supplement } } }
    }
    expect(await problemOf(origins(20))).toBeNull()
    expect(await problemOf(origins(21))).toEqual({ code: 'list-too-long', detail: 'questions' })
    const reasons = Array.from({ length: 2001 }, () => ({ rule: 'balance', cells: [], text: '' }))
    expect(await problemOf({ parts: { 'basis.json': { ...sampleJson.basis, reasons } } })).toEqual({
      code: 'list-too-long',
      detail: 'reasons',
    })
  })

  // More than a call takes arguments.
  it('refuses a hundred and fifty thousand questions', async () => {
    const supplement = Object.fromEntries(Array.from({ length: 150_000 }, (_, i) => [`question.q${i}`, i]))
    const file = rebuilt({ parts: { 'report.json': { ...sampleJson.report, supplement } } })
    expect(file.length).toBeLessThan(8 * MEGABYTE)
    expect(await problemOf(file)).toEqual({ code: 'list-too-long', detail: 'questions' })
  })

  it.each([
    ['no JSON', '{'],
    ['no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
    ['no object', '[]'],
    ['null', 'null'],
    ['another format', { format: 'zip' }],
    ['a field too many', { more: 1 }],
    ['a year that is none', { year: '2020' }],
    ['a time that is none', { exported: 'yesterday' }],
    ['more followed than anyone sends', { follows: Array.from({ length: 65 }, () => '0'.repeat(64)) }],
  ])('says manifest-unreadable to a manifest of %s', async (_, manifest) =>
    expect((await problemOf({ manifest }))?.code).toBe('manifest-unreadable'),
  )

  it('P7: says newer-format before it looks at anything that a newer program may have changed', async () => {
    const manifest = { formatVersion: 2, kind: 'census', entries: [] }
    expect(await problemOf({ manifest })).toEqual({ code: 'newer-format', detail: '2' })
  })

  it('names a kind and a suite that it does not know', async () => {
    expect(await problemOf({ manifest: { kind: 'receipt' } })).toEqual({ code: 'unknown-kind', detail: 'receipt' })
    expect(await problemOf({ manifest: { suite: 'ogi-9' } })).toEqual({ code: 'unknown-suite', detail: 'ogi-9' })
  })

  it('says signature-wrong where something is signed without a suite that signs', async () => {
    expect(await problemOf({ signature: new Uint8Array(64) })).toEqual({ code: 'signature-wrong' })
    expect(await problemOf({ manifest: { signer: { sign: 'a', seal: 'b' } } })).toEqual({ code: 'signature-wrong' })
  })

  it('says seal-damaged to what is sealed without a suite that seals', async () => {
    const sealed = { manifest: { sealedTo: ['k1'] }, contentName: 'content.age' }
    expect(await problemOf(sealed)).toEqual({ code: 'seal-damaged' })
    expect(await problemOf({ contentName: 'content.age' })).toEqual({
      code: 'contradicts-manifest',
      detail: 'sealedTo',
    })
  })

  it('P8: says unknown-form, form-differs and form-year', async () => {
    expect(await problemOf({ manifest: { form: { ...form, id: '2030' } } })).toEqual({
      code: 'unknown-form',
      detail: '2030',
    })
    expect(await problemOf({ manifest: { form: { ...form, sha256: 'f'.repeat(64) } } })).toEqual({
      code: 'form-differs',
      detail: '2019',
    })
    const report = { ...sampleJson.report, year: 2022 }
    expect(
      await problemOf({ manifest: { year: 2022 }, index: { year: 2022 }, parts: { 'report.json': report } }),
    ).toEqual({
      code: 'form-year',
      detail: '2022',
      form: '2021',
    })
  })

  it.each([
    ['kind', { kind: 'receipt' }],
    ['unit', { unit: { code: '420921002000', name: '花园镇' } }],
    ['year', { year: 2019 }],
    ['layer', { layer: 'total' }],
    ['exported', { exported: '2021-01-18T01:00:00.001Z' }],
    ['signer', { signer: { sign: 'a', seal: 'b' } }],
  ])('says contradicts-manifest where the index names another %s', async (field, index) => {
    expect(await problemOf({ index })).toEqual({ code: 'contradicts-manifest', detail: field })
  })

  it('P9: says contradicts-manifest where form, year or unit of the report are others, or the content is counted wrong', async () => {
    const other = (change: object) => problemOf({ parts: { 'report.json': { ...sampleJson.report, ...change } } })
    expect(await other({ year: 2019 })).toEqual({ code: 'contradicts-manifest', detail: 'year' })
    expect((await other({ unit: { code: '420921002000', name: '花园镇' } }))?.detail).toBe('unit')
    expect((await other({ unit: { code: '420921001000', name: '丰山镇' } }))?.detail).toBe('unit')
    expect((await other({ form: '2021', cells: {}, supplement: {} }))?.detail).toBe('form')
    const { content } = sampleJson.manifest as { content: { size: number } }
    expect(await problemOf({ manifest: { content: { ...content, size: content.size + 1 } } })).toEqual({
      code: 'contradicts-manifest',
      detail: 'content',
    })
  })

  it('says what is wrong in a report that it cannot read', async () => {
    expect(await problemOf({ parts: { 'report.json': 'no json' } })).toEqual({ code: 'report-unreadable' })
    const report = { ...sampleJson.report, cells: { 'requests.nothing.person': 1 } }
    expect(await problemOf({ parts: { 'report.json': report } })).toEqual({
      code: 'report-unreadable',
      report: { code: 'unknown-cell', detail: 'requests.nothing.person' },
    })
    const remarks = { 'requests.nothing.person': '…' }
    expect((await problemOf({ parts: { 'report.json': { ...sampleJson.report, remarks } } }))?.code).toBe(
      'report-unreadable',
    )
  })

  it('says basis-unreadable to a basis of another shape or with cells that the form has not', async () => {
    const basis = (change: unknown) => problemOf({ parts: { 'basis.json': change } })
    expect((await basis('{}'))?.code).toBe('basis-unreadable')
    expect((await basis({ ...sampleJson.basis, provenance: { 'x.y.z': { kind: 'entered' } } }))?.code).toBe(
      'basis-unreadable',
    )
    const reasons = [{ rule: 'balance', cells: ['x.y.z'], text: '…' }]
    expect((await basis({ ...sampleJson.basis, reasons }))?.code).toBe('basis-unreadable')
  })
})

describe('packSubmission()', () => {
  it('P4: gives the same bytes for the same draft and nonce, and another id for another nonce', async () => {
    expect(await packSubmission(catalogue.forms, sampleDraft, unsignedSuite)).toEqual(samplePackage)
    const idOf = async (nonce: string) => {
      const bytes = await packSubmission(catalogue.forms, { ...sampleDraft, nonce }, unsignedSuite)
      const opened = await openPackage(bytes, reading)
      return opened.ok ? opened.value.id : opened.problem.code
    }
    expect(await idOf('1'.repeat(64))).not.toBe(await idOf('0'.repeat(64)))
  })

  it('says outside only what everybody may read', async () => {
    const outer = await unzipped(samplePackage)
    expect(Object.keys(outer)).toEqual(['manifest.json', 'signature', 'content.zip'])
    expect(Object.keys(sampleJson.manifest).sort()).toEqual([
      'appVersion',
      'content',
      'device',
      'exported',
      'follows',
      'form',
      'format',
      'formatVersion',
      'kind',
      'layer',
      'practice',
      'revision',
      'sealedTo',
      'signer',
      'suite',
      'to',
      'unit',
      'year',
    ])
  })
})
