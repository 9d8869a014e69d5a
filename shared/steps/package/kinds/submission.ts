import { formById, formForYear } from '../../../catalogue/catalogue.ts'
import type { Form } from '../../../catalogue/forms/form.ts'
import { parseBasis } from '../../../model/package/basis-json.ts'
import type { Basis, Report } from '../../../model/report/report.ts'
import { parseReport, QUESTION_PREFIX } from '../../../model/report/report-json.ts'
import { z } from '../../../values/parse.ts'
import { readCanonical } from '../../../values/read-canonical.ts'
import { fail, ok, type Result } from '../../../values/result.ts'
import { commonHeader, hashText } from '../envelope/manifest.ts'
import type { OpenedEnvelope } from '../envelope/open-envelope.ts'
import { formHash } from '../form-hash.ts'
import type { PackageProblem } from '../package-problem.ts'
import type { PackageKind } from './kind.ts'

/** A unit's report of a year, or a desk's total, with what stands behind its figures. */
const header = z.strictObject({
  ...commonHeader,
  kind: z.literal('submission'),
  year: z.int().min(1990).max(2200),
  layer: z.enum(['own', 'total']),
  form: z.strictObject({ id: z.string().max(40), sha256: hashText }),
  /** For people: 第2次报送. */
  revision: z.int().positive(),
  /** Ids of all earlier submissions of that unit, year and layer that its maker knew: this alone says what replaces what. */
  follows: z.array(hashText).max(64).readonly(),
})
export type SubmissionManifest = z.infer<typeof header>

/** A unit's report as it arrived, every check passed. */
export interface Submission {
  readonly kind: 'submission'
  readonly id: string
  readonly manifest: SubmissionManifest
  readonly report: Report
  readonly basis: Basis
}

const MEGABYTE = 1024 * 1024

/** Items of the lists that a submission carries. Remarks and notes have the form's own keys. */
export const listLimits = { questions: 20, reasons: 2000 } as const

export const submission: PackageKind<SubmissionManifest, Submission> = {
  kind: 'submission',
  limits: { file: 8 * MEGABYTE, unpacked: 32 * MEGABYTE, parts: 400 },
  header,
  isPart: (name) => name === 'report.json' || name === 'basis.json',
  read(envelope, { forms }) {
    const { id, manifest } = envelope
    const form = findForm(forms, manifest)
    if (!form.ok) return form
    const report = readReport(envelope, forms)
    if (!report.ok) return report
    const basis = readBasis(envelope, form.value)
    if (!basis.ok) return basis
    return ok({ kind: 'submission', id, manifest, report: report.value, basis: basis.value })
  },
}

function findForm(
  forms: readonly Form[],
  { form: { id, sha256 }, year }: SubmissionManifest,
): Result<Form, PackageProblem> {
  const form = formById(forms, id)
  if (form === null) return fail({ code: 'unknown-form', detail: id })
  if (formHash(form) !== sha256) return fail({ code: 'form-differs', detail: id })
  const right = formForYear(forms, year)
  if (right !== form) return fail({ code: 'form-year', detail: String(year), form: right?.id ?? null })
  return ok(form)
}

function readReport(
  { parts, manifest }: OpenedEnvelope<SubmissionManifest>,
  forms: readonly Form[],
): Result<Report, PackageProblem> {
  const json = readPart(parts, 'report.json', 'report-unreadable')
  if (!json.ok) return json
  const tooLong = tooManyQuestions(json.value)
  if (tooLong !== null) return fail(tooLong)
  const report = parseReport(json.value, forms)
  if (!report.ok) return fail({ code: 'report-unreadable', report: report.problem })
  const { form, year, unit } = report.value
  if (form !== manifest.form.id) return fail({ code: 'contradicts-manifest', detail: 'form' })
  if (year !== manifest.year) return fail({ code: 'contradicts-manifest', detail: 'year' })
  const sameUnit = unit.code === manifest.unit.code && unit.name === manifest.unit.name
  return sameUnit ? report : fail({ code: 'contradicts-manifest', detail: 'unit' })
}

/** Of the figures and of where they come from alike; before the schema, which would look at each of them. */
function tooManyQuestions(json: unknown): PackageProblem | null {
  const asked = Object.keys(fieldOf(json, 'supplement') ?? {}).filter((key) => key.startsWith(QUESTION_PREFIX))
  return asked.length > listLimits.questions ? { code: 'list-too-long', detail: 'questions' } : null
}

function readBasis({ parts }: OpenedEnvelope<SubmissionManifest>, form: Form): Result<Basis, PackageProblem> {
  const json = readPart(parts, 'basis.json', 'basis-unreadable')
  if (!json.ok) return json
  const tooLong = tooManyQuestions(json.value)
  if (tooLong !== null) return fail(tooLong)
  const reasons = fieldOf(json.value, 'reasons')
  if (Array.isArray(reasons) && reasons.length > listLimits.reasons) {
    return fail({ code: 'list-too-long', detail: 'reasons' })
  }
  const basis = parseBasis(json.value, form)
  return basis === null ? fail({ code: 'basis-unreadable' }) : ok(basis)
}

function readPart(
  parts: ReadonlyMap<string, Uint8Array>,
  name: string,
  unreadable: 'report-unreadable' | 'basis-unreadable',
): Result<unknown, PackageProblem> {
  const bytes = parts.get(name)
  if (bytes === undefined) return fail({ code: 'missing-part', detail: name })
  const json = readCanonical(bytes)
  if (json.ok) return json
  return json.problem === 'not-json' ? fail({ code: unreadable }) : fail({ code: json.problem, detail: name })
}

/** An object's field, as far as it is an object itself. */
function fieldOf(json: unknown, field: string): object | null {
  const value: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, field) : null
  return typeof value === 'object' ? value : null
}
