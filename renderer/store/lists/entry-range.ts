import type { Collection } from 'dexie'
import type { Database, EntryRow } from '../tables/database.ts'

/** A register's rows in the order of their ids: also what is in the bin, and what is no more. */
export function registerRows(database: Database, unit: string, register: string): Collection<EntryRow, string> {
  const prefix = `${unit}|${register}|`
  return database.entries.where(':id').between(prefix, `${prefix}\uffff`)
}

/** The same of all registers of a unit. */
export async function unitRows(database: Database, unit: string): Promise<readonly EntryRow[]> {
  const rows = await database.entries.where(':id').between(`${unit}|`, `${unit}|\uffff`).toArray()
  // The code of another may begin like this one, with a bar behind.
  return rows.filter((row) => row.unit === unit)
}
