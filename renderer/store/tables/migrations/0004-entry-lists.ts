import type { Migration } from './migration.ts'

/** The order of a register's list is kept by months, not by an index. Rows are made anew from the journal. */
export const entryLists: Migration = {
  version: 4,
  stores: {
    entries: 'id, [unit+register+open], [unit+register+serial]',
    lists: '[unit+register+binned+month]',
  },
  upgrade: async (transaction) => {
    await transaction.table('entries').clear()
    await transaction.table('meta').clear()
  },
}
