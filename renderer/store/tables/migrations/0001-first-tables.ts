import type { Migration } from './migration.ts'

/**
 * `log`: one small row per action, for history. `meta`: one row, how far the journal is applied.
 * Compound keys lead with what every read names.
 */
export const firstTables: Migration = {
  version: 1,
  stores: {
    units: 'id, parent',
    reports: 'id, [unit+year]',
    packages: 'id, [unit+year]',
    finals: 'id, unit',
    exports: 'id, [unit+year+layer]',
    log: 'seq, [unit+year]',
    meta: 'key',
  },
}
