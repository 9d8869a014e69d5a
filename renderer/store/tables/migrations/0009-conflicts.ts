import type { Migration } from './migration.ts'

/** Records in which different values stand that nobody has replaced: without it all records would be looked through. */
export const conflictsTable: Migration = {
  version: 9,
  stores: { conflicts: '[entity+record]' },
}
