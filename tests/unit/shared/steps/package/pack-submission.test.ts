import { unzipSync } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { formById } from '../../../../../shared/catalogue/catalogue.ts'
import { formHash } from '../../../../../shared/steps/package/form-hash.ts'
import { packSubmission } from '../../../../../shared/steps/package/pack-submission.ts'
import { sha256Hex } from '../../../../../shared/values/sha256.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { sampleDraft, samplePackage, sampleParts } from './sample-draft.ts'

describe('packSubmission()', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('gives the same bytes for the same draft, in every time zone', () => {
    vi.stubEnv('TZ', 'America/Anchorage')
    expect(new Date(0).getTimezoneOffset()).not.toBe(-480)
    expect(packSubmission(structuredClone(sampleDraft), forms)).toEqual(samplePackage)
  })

  it('gives the same bytes in whatever order the figures were put in', () => {
    const { report, basis } = sampleDraft
    const cells = Object.fromEntries(Object.entries(report.cells).reverse())
    const supplement = Object.fromEntries(Object.entries(report.supplement).reverse())
    expect(packSubmission({ ...sampleDraft, report: { ...report, cells, supplement }, basis }, forms)).toEqual(
      samplePackage,
    )
  })

  it('puts the manifest first and lists every other part with its hash and size', () => {
    const parts = unzipSync(samplePackage)
    expect(Object.keys(parts)).toEqual(['manifest.json', 'report.json', 'basis.json'])
    const listed = Object.fromEntries(
      Object.entries(parts)
        .slice(1)
        .map(([name, bytes]) => [name, { sha256: sha256Hex(bytes), size: bytes.length }]),
    )
    const form = formById(forms, '2019')
    expect(sampleParts.manifest()).toEqual({
      format: 'ogi',
      formatVersion: 1,
      kind: 'submission',
      unit: { code: '420921001000', name: '花园镇', level: 'township' },
      to: '420921000000',
      layer: 'own',
      form: { id: '2019', sha256: form === null ? '' : formHash(form) },
      year: 2020,
      revision: 1,
      exported: '1611000000000-0000-pc1',
      appVersion: '0.1.0',
      sample: true,
      parts: listed,
      suite: null,
      signature: null,
    })
  })

  it('refuses to send a report as another unit', () => {
    expect(() => packSubmission({ ...sampleDraft, unit: { ...sampleDraft.unit, code: '1' } }, forms)).toThrow()
  })

  it('refuses a form that nobody knows', () => {
    expect(() => packSubmission({ ...sampleDraft, report: { ...sampleDraft.report, form: '1999' } }, forms)).toThrow()
  })
})
