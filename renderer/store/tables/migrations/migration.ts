import type { Transaction } from 'dexie'

/**
 * One step of the store's schema. A released step is never changed; a change is a new file with the next number.
 * The store is a working copy of the journal: where rows can't be carried over, a step empties its tables and sets
 * `meta` back, and they are filled anew.
 */
export interface Migration {
  readonly version: number
  /** Dexie schema of the tables that change; null drops one. */
  readonly stores: Readonly<Record<string, string | null>>
  readonly upgrade?: (transaction: Transaction) => Promise<void>
}
