import type { Migration } from './migration.ts'

/**
 * `summaries`: one small row a submission, so that a desk lists its units without reading their reports. `tallies`: the
 * sums of the desks. Both are made of the packages as they are applied: `meta` is set back, and all is made anew.
 */
export const summariesTables: Migration = {
  version: 8,
  stores: { summaries: 'id, year, unit', tallies: 'id, unit' },
  upgrade: async (transaction) => {
    await transaction.table('meta').clear()
  },
}
