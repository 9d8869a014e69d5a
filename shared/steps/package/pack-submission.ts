import { zipSync } from 'fflate'
import { formById } from '../../catalogue/catalogue.ts'
import type { Form } from '../../catalogue/forms/form.ts'
import { basisToJson } from '../../model/package/basis-json.ts'
import { FORMAT_VERSION, type Manifest, manifest } from '../../model/package/manifest.ts'
import type { Basis, Layer, Report } from '../../model/report/report.ts'
import { reportText } from '../../model/report/report-json.ts'
import { canonicalJson } from '../../values/canonical-json.ts'
import { sha256Hex } from '../../values/sha256.ts'
import { formHash } from './form-hash.ts'

export interface SubmissionDraft {
  readonly report: Report
  readonly basis: Basis
  readonly unit: { readonly code: string; readonly name: string; readonly level: string }
  /** Code of the unit it goes to, null where none is known. */
  readonly to: string | null
  readonly layer: Layer
  readonly revision: number
  /** Hybrid logical clock of the export. */
  readonly exported: string
  readonly appVersion: string
  readonly sample: boolean
}

// Zip stamps are local time without a zone: a text without one gives the same bytes everywhere.
const FIXED_TIME = '1980-01-01T12:00:00'

/**
 * A unit's report as the bytes of an `.ogi` file. The same draft gives the same bytes, on every machine.
 * Throws where the draft contradicts itself (a report of another unit, an unknown form): the screens never let it
 * come to that.
 */
export function packSubmission(draft: SubmissionDraft, forms: readonly Form[]): Uint8Array {
  const form = formById(forms, draft.report.form)
  if (form === null) throw new Error(`unknown form ${draft.report.form}`)
  if (draft.report.unit.code !== draft.unit.code || draft.report.unit.name !== draft.unit.name) {
    throw new Error(`a report of ${draft.report.unit.code} does not go out as ${draft.unit.code}`)
  }
  const parts = {
    'report.json': encode(reportText(form, draft.report)),
    'basis.json': encode(canonicalJson(basisToJson(draft.basis))),
  }
  const cover: Manifest = manifest.parse({
    format: 'ogi',
    formatVersion: FORMAT_VERSION,
    kind: 'submission',
    unit: { code: draft.unit.code, name: draft.unit.name.toWellFormed(), level: draft.unit.level },
    to: draft.to,
    layer: draft.layer,
    form: { id: form.id, sha256: formHash(form) },
    year: draft.report.year,
    revision: draft.revision,
    exported: draft.exported,
    appVersion: draft.appVersion,
    sample: draft.sample,
    parts: Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [name, { sha256: sha256Hex(bytes), size: bytes.length }]),
    ),
    suite: null,
    signature: null,
  } satisfies Manifest)
  return zipSync({ 'manifest.json': encode(canonicalJson(cover)), ...parts }, { level: 6, mtime: FIXED_TIME })
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
