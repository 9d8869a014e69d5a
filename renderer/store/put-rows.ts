import { Dexie, type Table } from 'dexie'

/** Of so many rows Dexie tells live queries that the whole table may have changed, else which rows have. */
const MANY = 50

/**
 * Puts rows into a table, in the transaction that is under way. Of very many, an import's, the first ones go through
 * Dexie, which tells live queries, and the others straight to the browser: Dexie's own work on each would take as long
 * again. Throws outside of a transaction, and what IndexedDB throws.
 */
export async function putRows<R extends { readonly id: string }>(
  table: Table<R, string>,
  rows: readonly R[],
): Promise<void> {
  await table.bulkPut(rows.slice(0, MANY))
  const store = Dexie.currentTransaction.idbtrans.objectStore(table.name)
  // Not waited for: what the transaction does after them comes after them, and one that fails ends it.
  for (const row of rows.slice(MANY)) store.put(row)
}
