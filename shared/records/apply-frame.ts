import type { Change, Frame } from './frame.ts'
import type { Groups, Stamped } from './record.ts'

/** Names a record across all entities. */
export function recordKey({ entity, record }: Pick<Change, 'entity' | 'record'>): string {
  return `${entity} ${record}`
}

/** Names a field group across all records. */
export function groupKey({ entity, record, group }: Pick<Change, 'entity' | 'record' | 'group'>): string {
  return `${entity} ${record} ${group}`
}

/**
 * The records that a frame touches, after it. The later stamp wins group by group, so that a frame applied twice, or
 * after a later one, does no harm. Records that are not in `rows` are new. `rows` itself is not changed.
 */
export function applyFrame(rows: ReadonlyMap<string, Groups>, frame: Frame): Map<string, Groups> {
  const touched = new Map<string, Record<string, Stamped>>()
  for (const change of frame.changes) {
    const key = recordKey(change)
    let groups = touched.get(key)
    if (groups === undefined) {
      groups = { ...rows.get(key) }
      touched.set(key, groups)
    }
    const standing = groups[change.group]
    if (standing === undefined || standing.stamp < frame.hlc) {
      groups[change.group] = { value: change.value, stamp: frame.hlc, author: frame.author }
    }
  }
  return touched
}
