import type { Migration } from './migration.ts'

/** Entries of the registers, found by unit and register. The journal of a version 1 store has none, so none are lost. */
export const entriesTable: Migration = {
  version: 2,
  stores: { entries: 'id, [unit+register]' },
}
