import type { Groups, Stamped, Writing } from '../record/groups.ts'
import type { Change, Frame } from './frame.ts'

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
 * after a later one, does no harm; who was first to write a group is kept. Records that are not in `rows` are new. `rows` itself is not changed.
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
    const writing = writingOf(frame)
    if (standing === undefined) groups[change.group] = { value: change.value, ...writing }
    else if (standing.stamp < frame.hlc) {
      groups[change.group] = { value: change.value, ...writing, began: standing.began ?? bareWriting(standing) }
    } else if (standing.stamp > frame.hlc && (standing.began?.stamp ?? standing.stamp) > frame.hlc) {
      // Of another PC, seen late: it was first all the same.
      groups[change.group] = { ...standing, began: writing }
    }
  }
  return touched
}

function writingOf({ hlc: stamp, author, actingUnit }: Frame): Writing {
  return actingUnit === undefined ? { stamp, author } : { stamp, author, actingUnit }
}

function bareWriting({ stamp, author, actingUnit }: Writing): Writing {
  return actingUnit === undefined ? { stamp, author } : { stamp, author, actingUnit }
}
