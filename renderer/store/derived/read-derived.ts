import { formForYear } from '../../../shared/catalogue/catalogue.ts'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import type { Report } from '../../../shared/model/report/report.ts'
import { reportRecordId } from '../../../shared/model/report/report-record.ts'
import { isKept, keptIn, readKept } from '../../../shared/model/unit/kept-registers.ts'
import { readUnit, ruleRowOf } from '../../../shared/model/unit/unit-record.ts'
import type { Groups } from '../../../shared/record/groups.ts'
import { workingReport } from '../../../shared/steps/aggregate/read-working-report.ts'
import { lastReport } from '../../../shared/steps/derive/carried-over.ts'
import { derivationsOf } from '../../../shared/steps/derive/compile-derivations.ts'
import { type Derived, DerivedCounts } from '../../../shared/steps/derive/derived-counts.ts'
import { type OpeningStocks, openingStocks } from '../../../shared/steps/derive/opening-stocks.ts'
import { tallyEntries } from '../../../shared/steps/derive/year-tally.ts'
import { registerRows, unitRows } from '../lists/entry-range.ts'
import type { Database } from '../tables/database.ts'
import { readSubmittedReport } from '../tables/read-exports.ts'
import { readGroups } from '../tables/read-groups.ts'
import { derivationFingerprint } from './derivation-fingerprint.ts'

/** Derived figures, and where the stocks typed for the year differ from what last year's report leaves. */
export interface DerivedFigures extends Derived {
  readonly differences: OpeningStocks['differences']
}

export interface DerivedState {
  /** Null while counts are missing. */
  readonly figures: DerivedFigures | null
  /** Years whose counts are not stored, or are of other derivations. */
  readonly missing: readonly number[]
}

const OPENINGS = 'openings'

const nothing: DerivedFigures = { cells: new Map(), supplement: {}, differences: [] }

/** A unit's derived figures of a year; makes and stores the counts that are missing. */
export async function readDerived(database: Database, unit: string, year: number, form: Form): Promise<DerivedFigures> {
  for (;;) {
    const { figures, missing } = await readDerivedState(database, unit, year, form)
    if (figures !== null) return figures
    await ensureDerived(database, unit, missing)
  }
}

/**
 * Counts the years from the stored facts of all entries, where their counts are not stored yet. Throws what IndexedDB
 * throws.
 */
export async function ensureDerived(database: Database, unit: string, years: readonly number[]): Promise<void> {
  await database.transaction('rw', [database.entries, database.derived], async () => {
    const rows = await unitRows(database, unit)
    const added = rows.map(({ register, facts }) => ({ register, before: null, after: facts }))
    for (const year of years) {
      const form = formForYear(database.known.forms, year)
      if (form === null) continue
      const counts = new DerivedCounts(form, year)
      for (const { register, facts } of rows) counts.addEntry(register, facts)
      const id = derivedId(unit, year)
      await database.derived.put({
        id,
        unit,
        year,
        fingerprint: derivationFingerprint(form),
        counts: counts.snapshot(),
        tally: tallyEntries({}, year, added),
      })
    }
  })
}

/** What the store has; writes nothing. */
export async function readDerivedState(
  database: Database,
  unit: string,
  year: number,
  form: Form,
): Promise<DerivedState> {
  const groups = await readGroups(database, 'unit', unit)
  const kept = keptIn(readKept(groups), year)
  if (kept.size === 0) return { figures: nothing, missing: [] }
  const row = await database.derived.get(derivedId(unit, year))
  if (row === undefined || row.fingerprint !== derivationFingerprint(form)) return { figures: null, missing: [year] }

  const stocks = await readStocks(database, unit, year, form, kept, groups)
  if (stocks.missing.length > 0) return { figures: null, missing: stocks.missing }
  const profile = readUnit(unit, groups)?.profile
  const figures = DerivedCounts.restore(form, year, row.counts).figures({
    kept: stocks.typed ? new Set([...kept, OPENINGS]) : kept,
    openings: stocks.openings,
    ruleRow: profile === undefined ? 'zero' : ruleRowOf(profile),
  })
  return { figures: { ...figures, differences: stocks.differences }, missing: [] }
}

interface Stocks extends OpeningStocks {
  /** Somebody typed stocks for this very year: those not typed are then 0. */
  readonly typed: boolean
  readonly missing: readonly number[]
}

async function readStocks(
  database: Database,
  unit: string,
  year: number,
  form: Form,
  kept: ReadonlySet<string>,
  groups: Groups,
): Promise<Stocks> {
  const targets = derivationsOf(form).targets.filter((one) => one.keptBy.every((key) => isKept(kept, key)))
  if (!targets.some(({ stocks }) => stocks.length > 0)) {
    return { openings: {}, differences: [], typed: false, missing: [] }
  }
  const rows = await registerRows(database, unit, OPENINGS).toArray()
  const facts = rows.map((row) => row.facts)
  const typed = facts.some((one) => one?.year === String(year) && one.stock && one.amount)
  const last = await readLastReport(database, unit, year - 1, groups)
  return { ...openingStocks(form, year, facts, last.report), typed, missing: last.missing }
}

/** The unit's own report of a year: as it was sent, else as it stands; see `lastReport()`. */
async function readLastReport(
  database: Database,
  unit: string,
  year: number,
  unitGroups: Groups,
): Promise<{ readonly report: { form: Form; report: Report } | null; readonly missing: readonly number[] }> {
  const form = formForYear(database.known.forms, year)
  if (form === null) return { report: null, missing: [] }
  const submitted = lastReport(form, await readSubmittedReport(database, unit, year), null)
  if (submitted !== null) return { report: submitted, missing: [] }
  const id = { unit, year, layer: 'own' } as const
  const groups = await readGroups(database, 'report', reportRecordId(id))
  const isEmpty = !Object.entries(groups).some(([group, { value }]) => group.startsWith('cell:') && value !== null)
  if (isEmpty && keptIn(readKept(unitGroups), year).size === 0) return { report: null, missing: [] }
  const { figures, missing } = await readDerivedState(database, unit, year, form)
  if (figures === null) return { report: null, missing }
  return {
    report: { form, report: workingReport(form, id, { code: unit, name: '' }, groups, figures).report },
    missing,
  }
}

/** By which a year's stored counts of a unit are found. */
export function derivedId(unit: string, year: number): string {
  return `${unit}|${year}`
}
