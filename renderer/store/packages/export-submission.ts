import { exportChanges } from '../../../shared/actions/export-changes.ts'
import { formForYear } from '../../../shared/catalogue/catalogue.ts'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import type { KeyringProblem, SavedFile, StorageProblem } from '../../../shared/desktop.ts'
import { finalRecordId, finalWorkingReport, readFinal } from '../../../shared/model/desk/final-record.ts'
import { type ExportedFile, exportRecordId } from '../../../shared/model/package/export-record.ts'
import { compareMade } from '../../../shared/model/package/made-order.ts'
import { submissionFileName } from '../../../shared/model/package/submission-file-name.ts'
import type { Finding } from '../../../shared/model/report/finding.ts'
import type { Basis } from '../../../shared/model/report/report.ts'
import { type ReportId, reportRecordId } from '../../../shared/model/report/report-record.ts'
import { findTooLong, type TooLong } from '../../../shared/model/report/text-limits.ts'
import type { WorkingReport } from '../../../shared/model/report/working-report.ts'
import { codeOf, codesOf, type Unit } from '../../../shared/model/unit/unit-record.ts'
import { readReasons, workingReport } from '../../../shared/steps/aggregate/read-working-report.ts'
import type { PackageProblem } from '../../../shared/steps/package/package-problem.ts'
import { submissionBasis } from '../../../shared/steps/package/submission-basis.ts'
import { fail, ok, type Result } from '../../../shared/values/result.ts'
import { readDerived } from '../derived/read-derived.ts'
import { randomHex } from '../random-hex.ts'
import { saveBytes } from '../stage-bytes.ts'
import type { PackedSubmission, Store, WriteProblem } from '../store.ts'
import { readExports } from '../tables/read-exports.ts'
import { readGroups } from '../tables/read-groups.ts'
import { readSummariesOf } from '../tables/read-packages.ts'
import { readOneUnit } from '../tables/read-units.ts'
import { recordAction } from '../write/record-action.ts'
import { signInMain } from './sign-in-main.ts'

export interface ExportOutcome {
  readonly saved: SavedFile
  readonly exported: ExportedFile
}

export type ExportProblem =
  | StorageProblem
  | { readonly code: 'unit-unknown' }
  /** No form is known for the year. */
  | { readonly code: 'no-form' }
  /** A desk's total goes out once it is finalised. */
  | { readonly code: 'not-finalised' }
  /** A text that is longer than any receiver would take. */
  | { readonly code: 'text-too-long'; readonly found: TooLong }
  /** The report holds something that no receiver would take. */
  | { readonly code: 'not-packed'; readonly problem: PackageProblem | null; readonly detail: string }
  /** The keys that sign it are not at hand. */
  | { readonly code: 'not-signed'; readonly problem: KeyringProblem }
  /** The file is written and good, but that it was made could not be noted. */
  | { readonly code: 'not-recorded'; readonly saved: SavedFile; readonly problem: WriteProblem }

/**
 * Makes the submission of a report as it stands, asks where to put it, and records that it was made. `findings`: what
 * check() says of it now; the reasons written for them go along. Null: the clerk chose nowhere, and nothing is recorded.
 */
export async function exportSubmission(
  store: Store,
  id: ReportId,
  findings: readonly Finding[],
): Promise<Result<ExportOutcome | null, ExportProblem>> {
  const form = formForYear(store.catalogue.forms, id.year)
  if (form === null) return fail({ code: 'no-form' })
  // What was typed a moment ago, or waits for the disk, must be in the file: an action that changes nothing comes last.
  const settled = await recordAction(store, { action: 'export', unit: id.unit, year: id.year, edit: () => [] })
  if (!settled.ok) return fail(toStorageProblem(settled.problem))
  const unit = await readOneUnit(store.database, id.unit)
  if (unit === null) return fail({ code: 'unit-unknown' })
  const working = await readOutgoing(store, form, id, unit)
  if (working === null) return fail({ code: 'not-finalised' })

  const found = findTooLong(form, working.report)
  if (found !== null) return fail({ code: 'text-too-long', found })

  const { unit: code, year, layer } = id
  const { revision, follows } = await readEarlier(store, unit, id)
  const exported = new Date(store.now()).toISOString()
  const above = unit.profile.parent === null ? null : await readOneUnit(store.database, unit.profile.parent)
  // Who fills in for another unit signs what it sends.
  const signing = unit.filledBy ?? unit.code
  const signer = await store.desktop.signer(signing)
  if (!signer.ok) return fail({ code: 'not-signed', problem: signer.problem })
  const packed = await pack(store, signing, {
    report: { ...working.report, unit: { code: codeOf(unit), name: working.report.unit.name } },
    basis: submissionBasis(form, working, findings, unit.contact, await readFilledBy(store, unit)),
    to: above === null ? unit.profile.parent : codeOf(above),
    layer,
    revision,
    follows,
    device: store.start.device,
    exported,
    appVersion: store.start.appVersion,
    practice: unit.profile.sample,
    signer: signer.value,
    nonce: randomHex(32),
  })
  if (!packed.ok) return packed
  const { bytes } = packed.value
  const saved = await saveBytes(
    store,
    { name: submissionFileName(unit.profile.name, year, revision), kind: 'ogi' },
    bytes,
  )
  if (!saved.ok) return saved
  if (saved.value === null) return ok(null)

  const file: ExportedFile = {
    revision,
    id: packed.value.id,
    fileName: saved.value.name,
    exported,
    at: store.start.today,
  }
  const recorded = await recordAction(store, {
    action: 'export',
    unit: code,
    year,
    edit: async (read) =>
      exportChanges(form, id, await read('export', exportRecordId(id, file.id)), file, working.report),
  })
  if (!recorded.ok) return fail({ code: 'not-recorded', saved: saved.value, problem: recorded.problem })
  return ok({ saved: saved.value, exported: file })
}

/** The unit that entered for this one, as the upper level is told of it; null: it did so itself. */
async function readFilledBy({ database }: Store, { filledBy }: Unit): Promise<Basis['filledBy'] | null> {
  const by = filledBy === undefined ? null : await readOneUnit(database, filledBy)
  return by === null ? null : { code: codeOf(by), name: by.profile.name, author: by.contact.author }
}

const toStorageProblem = (problem: WriteProblem): StorageProblem =>
  problem.code === 'store-behind' ? { code: 'io', detail: problem.detail } : problem

/** What goes out: a unit's own figures as they stand, or a desk's total as it was finalised (null where it is not). */
async function readOutgoing(
  { database, catalogue }: Store,
  form: Form,
  id: ReportId,
  unit: Unit,
): Promise<WorkingReport | null> {
  const groups = await readGroups(database, 'report', reportRecordId(id))
  if (id.layer === 'own') {
    const derived = await readDerived(database, unit.code, id.year, form)
    return workingReport(form, id, { code: unit.code, name: unit.profile.name }, groups, derived)
  }
  const final = readFinal(await readGroups(database, 'final', finalRecordId(id.unit, id.year)), catalogue.forms)
  return final === null ? null : finalWorkingReport(form, final, readReasons(groups))
}

/** Most submissions that a manifest names as followed. */
const MAX_FOLLOWED = 64

/**
 * What came before: the submissions of that unit, year and layer that this PC made or, where it is a desk's too, took in.
 */
async function readEarlier(
  { database }: Store,
  unit: Unit,
  { year, layer }: ReportId,
): Promise<{ readonly revision: number; readonly follows: readonly string[] }> {
  const made = await readExports(database, { unit: unit.code, year, layer })
  const received = (await readSummariesOf(database, codesOf(unit), year)).filter((one) => one.layer === layer)
  const earlier = [...received, ...made].sort(compareMade)
  return {
    revision: 1 + Math.max(0, ...earlier.map((one) => one.revision)),
    follows: [...new Set(earlier.map((one) => one.id))].slice(-MAX_FOLLOWED),
  }
}

async function pack(
  { packages, desktop }: Store,
  signing: string,
  draft: Parameters<Store['packages']['pack']>[0],
): Promise<Result<PackedSubmission, ExportProblem>> {
  try {
    const packed = await packages.pack(draft, signInMain(desktop, signing))
    return packed.ok
      ? packed
      : fail({ code: 'not-packed', problem: packed.problem, detail: packed.problem.detail ?? '' })
  } catch (error) {
    return fail({ code: 'not-packed', problem: null, detail: String(error) })
  }
}
