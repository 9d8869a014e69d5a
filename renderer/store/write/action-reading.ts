import { recordKey } from '../../../shared/journal/apply-frame.ts'
import type { Entity } from '../../../shared/journal/frame.ts'
import type { Groups } from '../../../shared/record/groups.ts'
import type { ReadGroups } from '../store.ts'
import type { Database } from '../tables/database.ts'
import { readManyGroups } from '../tables/read-groups.ts'

/** Records that were read for one action, as they stood before it. */
export interface ActionReading {
  readonly rows: Map<string, Groups>
  /** Each record is read once; those asked for in one turn are read together. */
  readonly read: ReadGroups
}

export function actionReading(database: Database): ActionReading {
  const rows = new Map<string, Groups>()
  let asked = new Map<Entity, Set<string>>()
  let reading: Promise<void> | null = null

  async function readAsked(): Promise<void> {
    // Those who ask in the same turn come along.
    await Promise.resolve()
    const batch = asked
    asked = new Map()
    reading = null
    for (const [entity, ids] of batch) {
      const records = [...ids]
      const found = await readManyGroups(database, entity, records)
      for (const [index, record] of records.entries()) rows.set(recordKey({ entity, record }), found[index] ?? {})
    }
  }

  return {
    rows,
    async read(entity, record) {
      const key = recordKey({ entity, record })
      const known = rows.get(key)
      if (known !== undefined) return known
      const ofEntity = asked.get(entity) ?? new Set()
      asked.set(entity, ofEntity.add(record))
      reading ??= readAsked()
      await reading
      return rows.get(key) ?? {}
    },
  }
}
