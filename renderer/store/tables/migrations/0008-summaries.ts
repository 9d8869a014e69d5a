import type { Migration } from './migration.ts'

/**
 * `summaries`: one small row a submission, so that a desk lists its units without reading their reports. `tallies`: the
 * sums of the desks. Both are made of the packages as these are applied: the version of the facts has all made anew.
 */
export const summariesTables: Migration = {
  version: 8,
  stores: { summaries: 'id, year, unit', tallies: 'id, unit' },
}
