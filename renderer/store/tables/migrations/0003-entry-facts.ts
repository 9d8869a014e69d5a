import type { Migration } from './migration.ts'

/**
 * Entries are found by their day, bin, end and number and carry their facts; derived counts are stored. Rows are made
 * anew from the journal: `meta` is set back.
 */
export const entryFacts: Migration = {
  version: 3,
  stores: {
    entries: 'id, [unit+register+binned+day], [unit+register+open], [unit+register+serial]',
    derived: 'id, unit',
  },
  upgrade: async (transaction) => {
    await transaction.table('entries').clear()
    await transaction.table('meta').clear()
  },
}
