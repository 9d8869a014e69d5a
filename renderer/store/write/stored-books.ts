import { recordKey } from '../../../shared/journal/apply-frame.ts'
import { entities } from '../../../shared/journal/frame.ts'
import type { Rows } from '../../../shared/journal/undo.ts'
import type { Groups } from '../../../shared/record/groups.ts'
import type { Database } from '../tables/database.ts'
import { readAllGroups } from '../tables/read-groups.ts'

/** Everything that a store holds, as one point in time. Throws what IndexedDB throws. */
export function readStoredBooks(database: Database): Promise<Rows> {
  return database.transaction('r', database.tables, async () => {
    const rows = new Map<string, Groups>()
    for (const entity of entities) {
      for (const { id, groups } of await readAllGroups(database, entity)) {
        rows.set(recordKey({ entity, record: id }), groups)
      }
    }
    return rows
  })
}
