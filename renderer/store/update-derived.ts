import { formForYear } from '../../shared/forms/forms.ts'
import { sameJson } from '../../shared/records/same-json.ts'
import { tallyEntries } from '../../shared/registers/year-tally.ts'
import { DerivedCounts } from '../../shared/report/derive/derived-counts.ts'
import type { Database, EntryRow } from './database.ts'
import { derivationFingerprint } from './derivation-fingerprint.ts'

/** An entry's row before (undefined: it was not there) and after. */
export interface ReplacedEntry {
  readonly before: EntryRow | undefined
  readonly after: EntryRow
}

/**
 * Takes changed entries over into every stored year of their units. Runs in the transaction that applies them. Counts
 * of other derivations are thrown away: they are made anew when they are read.
 */
export async function updateDerived(database: Database, replaced: readonly ReplacedEntry[]): Promise<void> {
  const changed = replaced.filter(({ before, after }) => !sameJson(before?.facts ?? null, after.facts))
  const byUnit = Map.groupBy(changed, ({ before, after }) => after.unit || (before?.unit ?? ''))
  for (const [unit, entries] of byUnit) {
    for (const row of await database.derived.where('unit').equals(unit).toArray()) {
      const form = formForYear(row.year)
      if (form === null || derivationFingerprint(form) !== row.fingerprint) {
        await database.derived.delete(row.id)
        continue
      }
      const counts = DerivedCounts.restore(form, row.year, row.counts)
      const changes = entries.map(({ before, after }) => ({
        register: after.register || (before?.register ?? ''),
        before: before?.facts ?? null,
        after: after.facts,
      }))
      for (const { register, before, after } of changes) counts.replaceEntry(register, before, after)
      const tally = tallyEntries(row.tally, row.year, changes)
      await database.derived.put({ ...row, counts: counts.snapshot(), tally })
    }
  }
}
