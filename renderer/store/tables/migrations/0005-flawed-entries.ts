import type { Migration } from './migration.ts'

/**
 * Entries of which something is missing or wrong are found by that, and those whose making was undone but whose keys
 * are kept. The version of the facts has the rows made anew.
 */
export const flawedEntries: Migration = {
  version: 5,
  stores: {
    entries: 'id, [unit+register+open], [unit+register+serial], [unit+register+flawed], [unit+register+undone]',
  },
}
