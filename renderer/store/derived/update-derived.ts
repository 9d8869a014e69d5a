import { formForYear } from '../../../shared/catalogue/catalogue.ts'
import { DerivedCounts } from '../../../shared/steps/derive/derived-counts.ts'
import { tallyEntries } from '../../../shared/steps/derive/year-tally.ts'
import { sameJson } from '../../../shared/values/same-json.ts'
import type { Database, DerivedRow, EntryRow } from '../tables/database.ts'
import { derivationFingerprint } from './derivation-fingerprint.ts'

/** An entry's row before (undefined: it was not there) and after. */
export interface ReplacedEntry {
  readonly before: EntryRow | undefined
  readonly after: EntryRow
}

/** Every stored year of these units. */
export async function readDerivedRows(database: Database, units: Iterable<string>): Promise<readonly DerivedRow[]> {
  return database.derived
    .where('unit')
    .anyOf([...units])
    .toArray()
}

/**
 * Takes changed entries over into the stored years of their units, `rows`, as they stand. Runs in the transaction that
 * applies them. Counts of other derivations are thrown away: they are made anew when they are read.
 */
export async function updateDerived(
  database: Database,
  replaced: readonly ReplacedEntry[],
  rows: readonly DerivedRow[],
): Promise<void> {
  const changed = replaced.filter(({ before, after }) => !sameJson(before?.facts ?? null, after.facts))
  const byUnit = Map.groupBy(changed, ({ before, after }) => after.unit || (before?.unit ?? ''))
  const counted: DerivedRow[] = []
  const unknown: string[] = []
  for (const row of rows) {
    const entries = byUnit.get(row.unit)
    if (entries === undefined) continue
    const form = formForYear(database.known.forms, row.year)
    if (form === null || derivationFingerprint(form) !== row.fingerprint) {
      unknown.push(row.id)
      continue
    }
    const counts = DerivedCounts.restore(form, row.year, row.counts)
    const changes = entries.map(({ before, after }) => ({
      register: after.register || (before?.register ?? ''),
      before: before?.facts ?? null,
      after: after.facts,
    }))
    for (const { register, before, after } of changes) counts.replaceEntry(register, before, after)
    counted.push({ ...row, counts: counts.snapshot(), tally: tallyEntries(row.tally, row.year, changes) })
  }
  if (counted.length > 0) await database.derived.bulkPut(counted)
  if (unknown.length > 0) await database.derived.bulkDelete(unknown)
}
