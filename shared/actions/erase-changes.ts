import type { Change } from '../journal/frame.ts'
import { setGroup } from '../journal/set-group.ts'
import { type EntryId, entryRecordId } from '../model/entry/entry-record.ts'
import { stampsIn } from '../model/entry/mark.ts'
import { type Groups, groupValue, standingIn } from '../record/groups.ts'

/*
 * Erasing for good. Personal data is sealed under keys of its record's own: every key that the record ever had is
 * dropped first, and with it the data is gone from the store, from every frame of the journal and from every copy of
 * them; only whoever copied the keyring as well still has it. Then one of these edits is recorded. Undo and redo do not
 * bring anything back: the groups bear other stamps than what an earlier action left, and `isErased` tells of those that
 * were empty by then. Each mark names the stamps that it covers (mark.ts).
 *
 * What remains, on purpose:
 *   the person of a request erased: everything else of it, so that it counts as before, and `erased`, the day
 *   an entry erased out of the bin: `gone`, the day and the number, so that a number that stands on letters is never
 *     given again. It is in no list and counts nowhere.
 *   an entry whose making was undone: `gone`, the day
 *   in the journal, which is only ever appended to: what was typed in clear before (days, choices, titles), in its
 *     earlier frames
 */

/** The person of an entry: the sealed data taken out, and the day (`YYYY-MM-DD`) on which it was erased. */
export function personErasedEdits(id: EntryId, groups: Groups, day: string): Change[] {
  const record = entryRecordId(id)
  const erased = { day, over: stampsIn(groups, ['personal']) }
  return [...cleared(record, groups, 'personal'), ...setGroup('entry', record, groups, 'erased', erased)]
}

/** A whole entry: all its groups taken out. `number`: what it was numbered, where it was. */
export function entryErasedEdits(
  id: EntryId,
  groups: Groups,
  { day, number }: { readonly day: string; readonly number: string | null },
): Change[] {
  const record = entryRecordId(id)
  const taken = Object.keys(groups).filter((group) => group !== 'gone')
  const gone = { day, over: stampsIn(groups), ...(number === null ? {} : { number }) }
  return [
    ...taken.flatMap((group) => cleared(record, groups, group)),
    ...setGroup('entry', record, groups, 'gone', gone),
  ]
}

/** Nothing stays of a group, not beside either: its keys are dropped. */
function cleared(record: string, groups: Groups, group: string): Change[] {
  const stands = standingIn(groups[group]).some(({ value }) => value !== null)
  const previous = groupValue(groups, group)
  return stands ? [{ entity: 'entry', record, group, value: null, previous, beside: [] }] : []
}
