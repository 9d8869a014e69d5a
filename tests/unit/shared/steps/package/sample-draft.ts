import { unzipSync } from 'fflate'
import { sampleReports } from '../../../../../shared/sample/sample-county.ts'
import { packSubmission, type SubmissionDraft } from '../../../../../shared/steps/package/pack-submission.ts'
import { sha256Hex } from '../../../../../shared/values/sha256.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { type RawPart, rawZip } from '../../../../fixtures/raw-zip.ts'

const report = sampleReports(forms).get('420921001000')
if (report === undefined) throw new Error('the sample has no 花园镇')

/** A submission of 花园镇 for 2020. */
export const sampleDraft: SubmissionDraft = {
  report,
  basis: { provenance: {}, reasons: [], people: { author: '李明', reviewer: '', phone: '' } },
  unit: { code: '420921001000', name: '花园镇', level: 'township' },
  to: '420921000000',
  layer: 'own',
  revision: 1,
  exported: '1611000000000-0000-pc1',
  appVersion: '0.1.0',
  sample: true,
}

export const samplePackage: Uint8Array = packSubmission(sampleDraft, forms)

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
const parts = unzipSync(samplePackage)

/** The JSON parts of the sample, to be changed by a test. */
export const sampleParts = {
  manifest: (): Record<string, unknown> => JSON.parse(decode(parts['manifest.json'])),
  report: (): Record<string, unknown> => JSON.parse(decode(parts['report.json'])),
  basis: (): Record<string, unknown> => JSON.parse(decode(parts['basis.json'])),
}

/** A package whose hashes and sizes are right whatever its parts say. */
export function rebuilt(
  change: {
    readonly manifest?: Record<string, unknown>
    readonly report?: unknown
    readonly basis?: unknown
    readonly more?: readonly RawPart[]
  } = {},
): Uint8Array {
  const text = (json: unknown): string => (typeof json === 'string' ? json : JSON.stringify(json))
  const files = {
    'report.json': text(change.report ?? sampleParts.report()),
    'basis.json': text(change.basis ?? sampleParts.basis()),
  }
  const listed = Object.fromEntries(
    Object.entries(files).map(([name, content]) => {
      const bytes = new TextEncoder().encode(content)
      return [name, { sha256: sha256Hex(bytes), size: bytes.length }]
    }),
  )
  const manifest = { ...sampleParts.manifest(), parts: listed, ...change.manifest }
  return rawZip([
    { name: 'manifest.json', content: text(manifest) },
    ...Object.entries(files).map(([name, content]) => ({ name, content })),
    ...(change.more ?? []),
  ])
}
