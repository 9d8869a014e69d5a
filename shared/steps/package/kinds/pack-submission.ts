import { formById } from '../../../catalogue/catalogue.ts'
import type { Form } from '../../../catalogue/forms/form.ts'
import { basisToJson } from '../../../model/package/basis-json.ts'
import type { Basis, Report } from '../../../model/report/report.ts'
import { reportToJson } from '../../../model/report/report-json.ts'
import { canonicalJson } from '../../../values/canonical-json.ts'
import type { EnvelopeField } from '../envelope/manifest.ts'
import { packEnvelope } from '../envelope/pack-envelope.ts'
import type { Suite } from '../envelope/suite.ts'
import { formHash } from '../form-hash.ts'
import type { SubmissionManifest } from './submission.ts'

/** What goes out: the manifest's own fields that the report does not say already, the report, and what stands behind it. */
export interface SubmissionDraft extends Omit<SubmissionManifest, EnvelopeField | 'unit' | 'year' | 'form'> {
  readonly report: Report
  readonly basis: Basis
  /** 32 random bytes in hex. */
  readonly nonce: string
}

/**
 * A unit's report as the bytes of an `.ogi` file. The same draft gives the same id; unsealed, also the same bytes.
 * Throws on a report of an unknown form: the screens never let it come to that.
 */
export async function packSubmission(
  forms: readonly Form[],
  { report, basis, nonce, ...header }: SubmissionDraft,
  suite: Suite,
): Promise<Uint8Array> {
  const form = formById(forms, report.form)
  if (form === null) throw new Error(`unknown form ${report.form}`)
  const parts = { 'report.json': encode(reportToJson(form, report)), 'basis.json': encode(basisToJson(basis)) }
  const { code, name } = report.unit
  const about = {
    unit: { code, name: name.toWellFormed() },
    year: report.year,
    form: { id: form.id, sha256: formHash(form) },
  }
  return packEnvelope<SubmissionManifest>(
    { kind: 'submission', header: { ...header, ...about }, parts, nonce, recipients: [] },
    suite,
  )
}

const encode = (json: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(json))
