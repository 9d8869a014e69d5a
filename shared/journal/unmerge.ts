import { groupValue } from '../record/groups.ts'
import { groupKey, recordKey } from './apply-frame.ts'
import { endOf } from './chain.ts'
import type { Change } from './frame.ts'
import type { Done, Rows } from './undo.ts'

/**
 * The changes that undo a merge, or do it again: every group stands as before, byte for byte, with its stamps and all
 * that stood beside, and what the copy has seen is again what it had seen then. As new writes the old values would
 * replace the colleague's. Null where another frame came after it (`last`: the journal's number): that one may have
 * replaced what the merge brought, so a merge is undone only while it is the newest.
 */
export function unmergeChanges({ frame, replaced }: Done, last: number, now: Rows): Change[] | null {
  if (endOf(frame) !== last) return null
  return frame.changes.map((change) => {
    const { entity, record, group } = change
    const previous = groupValue(now.get(recordKey(change)) ?? {}, group)
    const before = replaced.get(groupKey(change))
    if (before === undefined) return { entity, record, group, value: null, previous, written: null }
    const { value, beside, ...written } = before
    return { entity, record, group, value, previous, written, ...(beside === undefined ? {} : { beside }) }
  })
}
