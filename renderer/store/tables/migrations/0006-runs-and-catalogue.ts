import type { Migration } from './migration.ts'

/** What was seen of each run, found by unit, and what an assignment brought. Made from the journal: `meta` is set back. */
export const runsAndCatalogue: Migration = {
  version: 6,
  stores: { runs: 'id, unit', catalogue: 'id' },
  upgrade: async (transaction) => {
    await transaction.table('meta').clear()
  },
}
