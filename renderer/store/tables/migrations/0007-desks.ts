import type { Migration } from './migration.ts'

/** What a desk decided on the submissions of its units. */
export const desksTable: Migration = {
  version: 7,
  stores: { desks: 'id, year' },
}
