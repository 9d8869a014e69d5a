import { formById, formForYear } from '../../catalogue/catalogue.ts'
import type { Form } from '../../catalogue/forms/form.ts'
import { parseBasis } from '../../model/package/basis-json.ts'
import { FORMAT_VERSION, type Manifest, manifest } from '../../model/package/manifest.ts'
import type { Basis, Report } from '../../model/report/report.ts'
import { parseReport } from '../../model/report/report-json.ts'
import { parseHlc } from '../../record/hlc.ts'
import { decodeJson } from '../../values/decode-json.ts'
import { z } from '../../values/parse.ts'
import { fail, ok, type Result } from '../../values/result.ts'
import { sha256Hex } from '../../values/sha256.ts'
import { formHash } from './form-hash.ts'
import { packageLimits } from './limits.ts'
import type { PackageProblem } from './package-problem.ts'
import { readZip, type ZipPart } from './read-zip.ts'
import { unpackPart } from './unpack-part.ts'

/** A unit's report as it arrived, every check passed. */
export interface Submission {
  readonly manifest: Manifest
  readonly report: Report
  readonly basis: Basis
  /** Of the whole file, in hex: its name for ever. */
  readonly sha256: string
}

/**
 * Reads an `.ogi` submission. Container, manifest, sizes, hashes, form, report and basis are verified in this order;
 * the first that does not hold is the problem. A sample (`manifest.sample`) is no problem here: the caller decides.
 */
export function unpackSubmission(bytes: Uint8Array, forms: readonly Form[]): Result<Submission, PackageProblem> {
  const opening = checkOpening(bytes)
  if (opening !== null) return fail(opening)
  const zip = readZip(bytes)
  if (!zip.ok) return zip
  const cover = readManifest(zip.value)
  if (!cover.ok) return cover
  const parts = readParts(cover.value, zip.value)
  if (!parts.ok) return parts
  const form = findForm(cover.value, forms)
  if (!form.ok) return form
  const report = readReport(cover.value, parts.value.report, forms)
  if (!report.ok) return report
  const basisJson = decodeJson(parts.value.basis)
  const basis = basisJson === null ? null : parseBasis(basisJson.json, form.value)
  if (basis === null) return fail({ code: 'basis-unreadable' })
  return ok({ manifest: cover.value, report: report.value, basis, sha256: sha256Hex(bytes) })
}

const MANIFEST = 'manifest.json'

/** Tells a file of ours that is cut short from a file that never was one: a picture, or a workbook renamed. */
function checkOpening(bytes: Uint8Array): PackageProblem | null {
  if (bytes.length > packageLimits.file) return { code: 'too-large' }
  const isAt = (place: number, text: string): boolean =>
    [...text].every((char, i) => place + i >= bytes.length || bytes[place + i] === char.charCodeAt(0))
  if (!isAt(0, 'PK\x03\x04') || !isAt(30, MANIFEST)) return { code: 'not-ogi' }
  return bytes.length < 30 + MANIFEST.length ? { code: 'truncated' } : null
}

const anyManifest = z.looseObject({
  format: z.literal('ogi'),
  formatVersion: z.int().positive(),
  kind: z.string().max(40),
})

function readManifest(parts: readonly ZipPart[]): Result<Manifest, PackageProblem> {
  const [first] = parts
  if (first?.name !== MANIFEST) return fail({ code: 'missing-part', detail: MANIFEST })
  const content = unpackPart(first)
  if (!content.ok) return content
  const json = decodeJson(content.value)?.json
  const any = anyManifest.safeParse(json)
  if (!any.success) return fail({ code: 'manifest-unreadable' })
  // Before the strict reading: a newer manifest may have fields that this program does not know.
  if (any.data.formatVersion > FORMAT_VERSION) {
    return fail({ code: 'newer-format', detail: String(any.data.formatVersion) })
  }
  const kind = manifest.shape.kind.safeParse(any.data.kind)
  if (kind.success && kind.data !== 'submission') return fail({ code: 'other-kind', detail: kind.data })
  const cover = manifest.safeParse(json)
  if (!cover.success || parseHlc(cover.data.exported) === null) return fail({ code: 'manifest-unreadable' })
  return ok(cover.data)
}

function readParts(
  { parts: listed }: Manifest,
  parts: readonly ZipPart[],
): Result<{ report: Uint8Array; basis: Uint8Array }, PackageProblem> {
  const byName = new Map(parts.map((part) => [part.name, part]))
  byName.delete(MANIFEST)
  for (const name of byName.keys()) {
    if (!Object.hasOwn(listed, name)) return fail({ code: 'unlisted-part', detail: name })
  }
  const contents = new Map<string, Uint8Array>()
  for (const [name, { sha256, size }] of Object.entries(listed)) {
    const part = byName.get(name)
    if (part === undefined) return fail({ code: 'missing-part', detail: name })
    if (part.size !== size) return fail({ code: 'wrong-size', detail: name })
    const content = unpackPart(part)
    if (!content.ok) return content
    if (sha256Hex(content.value) !== sha256) return fail({ code: 'wrong-hash', detail: name })
    contents.set(name, content.value)
  }
  const report = contents.get('report.json')
  const basis = contents.get('basis.json')
  if (report === undefined) return fail({ code: 'missing-part', detail: 'report.json' })
  if (basis === undefined) return fail({ code: 'missing-part', detail: 'basis.json' })
  return ok({ report, basis })
}

function findForm({ form: { id, sha256 }, year }: Manifest, forms: readonly Form[]): Result<Form, PackageProblem> {
  const form = formById(forms, id)
  if (form === null) return fail({ code: 'unknown-form', detail: id })
  if (formHash(form) !== sha256) return fail({ code: 'form-differs', detail: id })
  const right = formForYear(forms, year)
  if (right !== form) return fail({ code: 'form-year', detail: String(year), form: right?.id ?? null })
  return ok(form)
}

function readReport(cover: Manifest, bytes: Uint8Array, forms: readonly Form[]): Result<Report, PackageProblem> {
  const decoded = decodeJson(bytes)
  if (decoded === null) return fail({ code: 'report-unreadable' })
  const report = parseReport(decoded.json, forms)
  if (!report.ok) return fail({ code: 'report-unreadable', report: report.problem })
  const { form, year, unit } = report.value
  if (form !== cover.form.id) return fail({ code: 'contradicts-manifest', detail: 'form' })
  if (year !== cover.year) return fail({ code: 'contradicts-manifest', detail: 'year' })
  const sameUnit = unit.code === cover.unit.code && unit.name === cover.unit.name
  return sameUnit ? report : fail({ code: 'contradicts-manifest', detail: 'unit' })
}
