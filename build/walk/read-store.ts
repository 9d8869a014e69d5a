import type { Page } from '@playwright/test'

/** The rows of one table of the window's IndexedDB, read raw and not through the program. */
export function readTable(page: Page, table: string): Promise<unknown[]> {
  return page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('ogi-yearbook')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const rows = opening.result.transaction(name).objectStore(name).getAll()
          rows.onerror = () => reject(rows.error)
          rows.onsuccess = () => {
            opening.result.close()
            resolve(rows.result)
          }
        }
      }),
    table,
  )
}
