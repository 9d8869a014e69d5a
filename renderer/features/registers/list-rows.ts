import { entryRecordId } from '../../../shared/records/entry-record.ts'
import type { EntryGroup } from './group-entries.ts'

/** One line of a list: an entry by its record id, or the heading over some. */
export type ListRow =
  | { readonly kind: 'entry'; readonly id: string }
  | { readonly kind: 'group'; readonly group: EntryGroup; readonly isOpen: boolean }

/** The lines of a grouped list; under a closed heading stands nothing. */
export function groupedRows(groups: readonly EntryGroup[], closed: ReadonlySet<string>): ListRow[] {
  return groups.flatMap((group): ListRow[] => {
    const isOpen = !closed.has(group.key)
    const entries = isOpen ? group.entries.map(({ id }) => ({ kind: 'entry' as const, id: entryRecordId(id) })) : []
    return [{ kind: 'group', group, isOpen }, ...entries]
  })
}

/** The heading over a line: its own where it is one; -1 where the list is not grouped. */
export function headingOver(rows: readonly ListRow[], index: number): number {
  return rows.findLastIndex(({ kind }, at) => at <= index && kind === 'group')
}
