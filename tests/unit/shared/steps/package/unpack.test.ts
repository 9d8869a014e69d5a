import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { PackageProblem } from '../../../../../shared/steps/package/package-problem.ts'
import { unpackSubmission } from '../../../../../shared/steps/package/unpack.ts'
import { sha256Hex } from '../../../../../shared/values/sha256.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { join, type RawPart, rawZip } from '../../../../fixtures/raw-zip.ts'
import { rebuilt, sampleDraft, samplePackage, sampleParts } from './sample-draft.ts'

const problemOf = (bytes: Uint8Array): PackageProblem | null => {
  const result = unpackSubmission(bytes, forms)
  return result.ok ? null : result.problem
}
const manifestPart = (): RawPart => ({ name: 'manifest.json', content: JSON.stringify(sampleParts.manifest()) })
const extra = (part: Partial<RawPart>): Uint8Array =>
  rebuilt({ more: [{ name: 'extra.json', content: '{}', ...part }] })
/** A zip whose directory leaves the first local part out. */
const shifted = (): Uint8Array => {
  const hidden = rawZip([manifestPart()])
  const [name, length] = ['manifest.json', hidden.length]
  const local = hidden.subarray(0, length - 22 - 46 - name.length)
  const file = rawZip([manifestPart()].map((part) => ({ ...part, localOffset: local.length })))
  const view = new DataView(file.buffer)
  view.setUint32(file.length - 6, view.getUint32(file.length - 6, true) + local.length, true)
  return join(local, file)
}
const MEGABYTE = 1024 * 1024

describe('unpackSubmission()', () => {
  it('gives back what was packed', () => {
    const result = unpackSubmission(samplePackage, forms)
    expect(result.ok && result.value).toMatchObject({
      report: sampleDraft.report,
      basis: sampleDraft.basis,
      sha256: sha256Hex(samplePackage),
      manifest: { kind: 'submission', unit: sampleDraft.unit, year: 2020, sample: true },
    })
  })

  it('reads a view into a larger buffer', () => {
    const padded = join(new Uint8Array(7), samplePackage, new Uint8Array(9))
    expect(problemOf(padded.subarray(7, 7 + samplePackage.length))).toBeNull()
  })

  it('reads what another zip program packed again, also stored', () => {
    expect(problemOf(rebuilt())).toBeNull()
    const json = (name: 'manifest' | 'report' | 'basis'): Uint8Array =>
      new TextEncoder().encode(JSON.stringify(sampleParts[name]()))
    const parts = { 'report.json': json('report'), 'basis.json': json('basis') }
    const listed = Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [name, { sha256: sha256Hex(bytes), size: bytes.length }]),
    )
    const manifest = new TextEncoder().encode(JSON.stringify({ ...sampleParts.manifest(), parts: listed }))
    expect(problemOf(zipSync({ 'manifest.json': manifest, ...parts }, { level: 0 }))).toBeNull()
  })

  describe('says not-ogi', () => {
    it.each([
      ['a text', new TextEncoder().encode('单位,年度\n')],
      ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])],
      [
        'a workbook renamed',
        zipSync({ '[Content_Types].xml': new Uint8Array(20), 'xl/workbook.xml': new Uint8Array(9) }),
      ],
      ['an empty zip', rawZip([])],
      ['a zip whose manifest is not first', rawZip([{ name: 'report.json', content: '{}' }, manifestPart()])],
    ])('to %s', (_, bytes) => expect(problemOf(bytes)?.code).toBe('not-ogi'))
  })

  it('says truncated at whatever place the file was cut', () => {
    for (let length = 0; length < samplePackage.length; length += 97) {
      expect([length, problemOf(samplePackage.subarray(0, length))?.code]).toEqual([length, 'truncated'])
    }
    expect(problemOf(samplePackage.subarray(0, samplePackage.length - 1))?.code).toBe('truncated')
  })

  describe('says too-large', () => {
    it('to a file over 50 MB', () => {
      expect(problemOf(new Uint8Array(50 * MEGABYTE + 1))?.code).toBe('too-large')
    })
    it('to a part that declares more than 20 MB', () => {
      expect(problemOf(extra({ size: 20 * MEGABYTE + 1 }))?.code).toBe('too-large')
      expect(problemOf(extra({ size: 0xfffffff0 }))?.code).toBe('too-large')
    })
    it('to parts that together declare more than 40 MB', () => {
      const more = ['a', 'b', 'c'].map((name) => ({ name, content: '', size: 15 * MEGABYTE }))
      expect(problemOf(rebuilt({ more }))?.code).toBe('too-large')
    })
    it('to more than 2000 parts', () => {
      const more = Array.from({ length: 2000 }, (_, i) => ({ name: `entries/${i}.json`, content: '' }))
      expect(problemOf(rebuilt({ more }))?.code).toBe('too-large')
    })
  })

  it('never unpacks past the declared size of a bomb', () => {
    const bomb = new Uint8Array(120 * MEGABYTE)
    const file = rawZip([{ ...manifestPart(), content: bomb, size: 2000, crc: 0 }])
    // Measured once the bomb is built: what is freed meanwhile can only lower the figure.
    const before = process.memoryUsage().arrayBuffers
    expect(file.length).toBeLessThan(MEGABYTE)
    expect(problemOf(file)).toEqual({ code: 'damaged', detail: 'manifest.json' })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * MEGABYTE)
  })

  describe('says damaged', () => {
    it.each([
      ['a lying size', rawZip([{ ...manifestPart(), size: 3 }])],
      ['a size only the local header has', extra({ localSize: 9 })],
      ['a checksum that does not fit', rawZip([{ ...manifestPart(), crc: 1 }])],
      ['another name in the local header', extra({ localName: 'other.json' })],
      ['parts that lie over one another', extra({ localOffset: 0 })],
      ['a part that nobody may look at, before the first', shifted()],
      ['a directory that counts too few', rawZip([manifestPart(), { name: 'a', content: '' }], { count: 1 })],
      ['a directory that counts too many', rawZip([manifestPart()], { count: 2 })],
      ['data that does not inflate', rawZip([{ ...manifestPart(), stored: true, method: 8 }])],
      ['a stored part of another size', extra({ stored: true, size: 5 })],
    ])('to %s', (_, bytes) => expect(problemOf(bytes)?.code).toBe('damaged'))
  })

  describe('says unsupported-zip', () => {
    it.each([
      ['encryption', extra({ flags: 1 })],
      ['strong encryption', extra({ flags: 0x41 })],
      ['sizes after the data', extra({ flags: 8 })],
      ['another compression', extra({ method: 14 })],
      ['zip64', rawZip([manifestPart()], { count: 0xffff })],
    ])('to %s', (_, bytes) => expect(problemOf(bytes)?.code).toBe('unsupported-zip'))
  })

  describe('says unsafe-part', () => {
    it.each([
      '../report.json',
      'entries/../../x',
      '/etc/passwd',
      'C:/x',
      'a\\b',
      '..\\x',
      'entries/',
      'entries//x',
      './x',
      '',
      'x\u0000.json',
      '报告.json',
    ])('to the name %j', (name) => expect(problemOf(extra({ name }))?.code).toBe('unsafe-part'))

    it('to a symbolic link, a device and a folder', () => {
      for (const type of [0xa000, 0x6000, 0x4000]) {
        expect(problemOf(extra({ attributes: (type | 0o777) * 0x10000 }))?.code).toBe('unsafe-part')
      }
      expect(problemOf(extra({ attributes: 0x10 }))?.code).toBe('unsafe-part')
    })

    it('but not to a plain file with its Unix permissions', () => {
      expect(problemOf(extra({ attributes: 0x81a4 * 0x10000 }))?.code).toBe('unlisted-part')
    })
  })

  it('says duplicate-part, also where only the case differs', () => {
    expect(problemOf(extra({ name: 'report.json' }))).toEqual({ code: 'duplicate-part', detail: 'report.json' })
    expect(problemOf(extra({ name: 'REPORT.json' }))?.code).toBe('duplicate-part')
    expect(problemOf(extra({ name: 'manifest.json' }))?.code).toBe('duplicate-part')
  })

  it('says unlisted-part to what the manifest does not name, also a name that every object has', () => {
    expect(problemOf(extra({}))).toEqual({ code: 'unlisted-part', detail: 'extra.json' })
    expect(problemOf(extra({ name: 'constructor' }))?.code).toBe('unlisted-part')
  })

  it('says missing-part to what is listed and not there, and to a submission without report or basis', () => {
    expect(problemOf(rawZip([manifestPart()]))).toEqual({ code: 'missing-part', detail: 'basis.json' })
    expect(
      problemOf(rawZip([{ ...manifestPart(), content: JSON.stringify({ ...sampleParts.manifest(), parts: {} }) }])),
    ).toEqual({ code: 'missing-part', detail: 'report.json' })
  })

  it('says wrong-size and wrong-hash', () => {
    const content = JSON.stringify(sampleParts.report())
    const honest = {
      sha256: sha256Hex(new TextEncoder().encode(content)),
      size: new TextEncoder().encode(content).length,
    }
    const basis = JSON.stringify(sampleParts.basis())
    const listed = (report: object): Record<string, unknown> => ({
      parts: {
        'report.json': report,
        'basis.json': {
          sha256: sha256Hex(new TextEncoder().encode(basis)),
          size: new TextEncoder().encode(basis).length,
        },
      },
    })
    expect(problemOf(rebuilt({ manifest: listed(honest) }))).toBeNull()
    expect(problemOf(rebuilt({ manifest: listed({ ...honest, size: honest.size + 1 }) }))).toEqual({
      code: 'wrong-size',
      detail: 'report.json',
    })
    expect(problemOf(rebuilt({ manifest: listed({ ...honest, sha256: '0'.repeat(64) }) }))).toEqual({
      code: 'wrong-hash',
      detail: 'report.json',
    })
  })

  describe('says manifest-unreadable', () => {
    it.each([
      ['no JSON', '{'],
      ['no object', '[]'],
      ['null', 'null'],
      ['another format', JSON.stringify({ ...sampleParts.manifest(), format: 'zip' })],
      ['a field too many', JSON.stringify({ ...sampleParts.manifest(), more: 1 })],
      ['a year that is none', JSON.stringify({ ...sampleParts.manifest(), year: '2020' })],
      ['a clock that is none', JSON.stringify({ ...sampleParts.manifest(), exported: 'yesterday' })],
      ['an unknown kind', JSON.stringify({ ...sampleParts.manifest(), kind: 'letter' })],
    ])('to %s', (_, content) => {
      expect(problemOf(rawZip([{ name: 'manifest.json', content }]))?.code).toBe('manifest-unreadable')
    })

    it('to bytes that are no UTF-8', () => {
      const content = new Uint8Array([0x7b, 0xff, 0x7d])
      expect(problemOf(rawZip([{ name: 'manifest.json', content }]))?.code).toBe('manifest-unreadable')
    })
  })

  it('says newer-format before it looks at anything that a newer program may have changed', () => {
    const manifest = { formatVersion: 2, kind: 'census', entries: [] }
    expect(problemOf(rebuilt({ manifest }))).toEqual({ code: 'newer-format', detail: '2' })
  })

  it('names the kind of another file of ours', () => {
    expect(problemOf(rebuilt({ manifest: { kind: 'receipt' } }))).toEqual({ code: 'other-kind', detail: 'receipt' })
  })

  it('says unknown-form, form-differs and form-year', () => {
    const { form } = sampleParts.manifest() as { form: { id: string; sha256: string } }
    expect(problemOf(rebuilt({ manifest: { form: { ...form, id: '2030' } } }))).toEqual({
      code: 'unknown-form',
      detail: '2030',
    })
    expect(problemOf(rebuilt({ manifest: { form: { ...form, sha256: 'f'.repeat(64) } } }))).toEqual({
      code: 'form-differs',
      detail: '2019',
    })
    const report = { ...sampleParts.report(), year: 2022 }
    expect(problemOf(rebuilt({ manifest: { year: 2022 }, report }))).toEqual({ code: 'form-year', detail: '2022', form: '2021' })
  })

  it('says contradicts-manifest where form, year or unit of the report are others', () => {
    const report = sampleParts.report()
    const other = (change: object): PackageProblem | null => problemOf(rebuilt({ report: { ...report, ...change } }))
    expect(other({ year: 2019 })).toEqual({ code: 'contradicts-manifest', detail: 'year' })
    expect(other({ unit: { code: '420921002000', name: '花园镇' } })).toEqual({
      code: 'contradicts-manifest',
      detail: 'unit',
    })
    expect(other({ unit: { code: '420921001000', name: '丰山镇' } })?.detail).toBe('unit')
    expect(other({ form: '2021', cells: {}, supplement: {} })).toEqual({ code: 'contradicts-manifest', detail: 'form' })
  })

  it('says what is wrong in a report that it cannot read', () => {
    expect(problemOf(rebuilt({ report: 'no json' }))).toEqual({ code: 'report-unreadable' })
    const report = { ...sampleParts.report(), cells: { 'requests.nothing.person': 1 } }
    expect(problemOf(rebuilt({ report }))).toEqual({
      code: 'report-unreadable',
      report: { code: 'unknown-cell', detail: 'requests.nothing.person' },
    })
  })

  it('says basis-unreadable to a basis of another shape or with cells that the form has not', () => {
    expect(problemOf(rebuilt({ basis: '{}' }))?.code).toBe('basis-unreadable')
    const basis = { ...sampleParts.basis(), provenance: { 'x.y.z': { kind: 'entered' } } }
    expect(problemOf(rebuilt({ basis }))?.code).toBe('basis-unreadable')
    const reasons = [{ rule: 'balance', cells: ['x.y.z'], text: '…' }]
    expect(problemOf(rebuilt({ basis: { ...sampleParts.basis(), reasons } }))?.code).toBe('basis-unreadable')
  })
})
