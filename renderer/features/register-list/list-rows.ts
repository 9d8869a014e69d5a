import { type Entry, entryRecordId } from '../../../shared/model/entry/entry-record.ts'
import type { EntryGroup } from './group-entries.ts'

/** One line of a list: an entry by its record id, or the heading over some. */
export type ListRow =
  | { readonly kind: 'entry'; readonly id: string }
  | { readonly kind: 'group'; readonly group: EntryGroup; readonly isOpen: boolean }

type EntryLine = ListRow & { readonly kind: 'entry' }
const lines = new WeakMap<Entry, EntryLine>()

/** The line of an entry, made once: a search asks for tens of thousands with each keystroke. */
export function lineOf(entry: Entry): EntryLine {
  const known = lines.get(entry)
  if (known !== undefined) return known
  const made = { kind: 'entry' as const, id: entryRecordId(entry.id) }
  lines.set(entry, made)
  return made
}

/** The lines of a grouped list; under a closed heading stands nothing. */
export function groupedRows(groups: readonly EntryGroup[], closed: ReadonlySet<string>): ListRow[] {
  return groups.flatMap((group): ListRow[] => {
    const isOpen = !closed.has(group.key)
    return [{ kind: 'group', group, isOpen }, ...(isOpen ? group.entries.map(lineOf) : [])]
  })
}

/** The heading over a line: its own where it is one; -1 where the list is not grouped. */
export function headingOver(rows: readonly ListRow[], index: number): number {
  return rows.findLastIndex(({ kind }, at) => at <= index && kind === 'group')
}
