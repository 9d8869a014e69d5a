import { Dexie, type Table } from 'dexie'

/** Of so many rows Dexie tells live queries that the whole table may have changed, else which rows have. */
const MANY = 50

/**
 * Puts rows into a table, in the transaction that is under way. Of very many, an import's, the first ones go through
 * Dexie, which tells live queries, and the others straight to the browser, each as soon as it is made: Dexie's own work
 * on each would take as long again, and the browser writes while the next ones are made. Throws outside of a
 * transaction, and what IndexedDB throws.
 */
export async function putRows<R extends { readonly id: string }>(
  table: Table<R, string>,
  rows: Iterable<R>,
): Promise<void> {
  const rest = rows[Symbol.iterator]()
  const first: R[] = []
  for (let next = rest.next(); next.done !== true; next = rest.next()) {
    first.push(next.value)
    if (first.length === MANY) break
  }
  await table.bulkPut(first)
  const store = Dexie.currentTransaction.idbtrans.objectStore(table.name)
  // Not waited for: what the transaction does after them comes after them, and one that fails ends it.
  for (let next = rest.next(); next.done !== true; next = rest.next()) store.put(next.value)
}
