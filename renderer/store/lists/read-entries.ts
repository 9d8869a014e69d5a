import { type Entry, readEntry } from '../../../shared/model/entry/entry-record.ts'
import type { Facts } from '../../../shared/steps/derive/entry-facts.ts'
import type { Database, EntryRow } from '../tables/database.ts'

/** An entry as the screens show it. */
export interface EntryView {
  /** Record id. */
  readonly id: string
  readonly entry: Entry
  /** What it is sorted by; `""` where it has no day. */
  readonly day: string
  /** What it says to the report; null where it does not count. */
  readonly facts: Facts | null
}

/** Record ids of the entries of which something is missing or wrong, the bin left out; in no order. */
export async function readFlawedIds(database: Database, unit: string, register: string): Promise<ReadonlySet<string>> {
  return new Set(await database.entries.where('[unit+register+flawed]').equals([unit, register, 1]).primaryKeys())
}

/**
 * The entries of a register of which something is missing or wrong, and so may be missing in this year's figures: those
 * whose day is in it or cannot be read, and what its form does not have. The bin left out; in no order.
 */
export async function readFlawedOf(
  database: Database,
  unit: string,
  register: string,
  year: number,
): Promise<readonly EntryView[]> {
  const rows = await database.entries.where('[unit+register+flawed]').equals([unit, register, 1]).toArray()
  const mayCount = ({ day, facts }: EntryRow): boolean =>
    day === '' || day.startsWith(`${year}`) || facts?.uncounted === `${year}`
  return rows.filter(mayCount).flatMap((row) => toView(row) ?? [])
}

/** Record ids of the entries whose making was undone and whose personal data a key still opens. */
export async function readUndoneIds(database: Database, unit: string, register: string): Promise<readonly string[]> {
  return database.entries.where('[unit+register+undone]').equals([unit, register, 1]).primaryKeys()
}

/** Entries by record id, in that order; those that are no more are left out. */
export async function readEntryViews(database: Database, ids: readonly string[]): Promise<readonly EntryView[]> {
  return (await database.entries.bulkGet([...ids])).flatMap((row) => (row === undefined ? [] : (toView(row) ?? [])))
}

/** Entries without an end, oldest first, what has no day before all. */
export async function readOpenEntries(
  database: Database,
  unit: string,
  register: 'requests' | 'disputes',
): Promise<readonly EntryView[]> {
  const rows = await database.entries.where('[unit+register+open]').equals([unit, register, 1]).toArray()
  return rows.flatMap((row) => toView(row) ?? []).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** The highest number that the program or the clerk gave in a year (`2026-012`); null where there is none. */
export async function readLastNumber(
  database: Database,
  unit: string,
  register: string,
  year: number,
): Promise<string | null> {
  const prefix = `${String(year).padStart(4, '0')}-`
  const row = await database.entries
    .where('[unit+register+serial]')
    .between([unit, register, prefix], [unit, register, `${prefix}\uffff`])
    .last()
  return row?.serial ?? null
}

export function toView({ id, day, facts, groups }: EntryRow): EntryView | null {
  const entry = readEntry(id, groups)
  return entry === null ? null : { id, entry, day, facts }
}
