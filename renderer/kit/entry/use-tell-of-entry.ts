import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { type EntryId, entryRecordId } from '../../../shared/model/entry/entry-record.ts'
import { readEntryViews } from '../../store/lists/read-entries.ts'
import { useStore } from '../../store/store-context.ts'
import { entryTitle } from '../entry-text/entry-title.ts'
import { notice } from '../session/notice.ts'

/** Says what was done with an entry, by its name: the clerk sees whether it was the one that was meant. */
export function useTellOfEntry(
  register: RegisterDefinition,
): (id: EntryId, message: (title: string) => string) => Promise<void> {
  const { database } = useStore()
  return async (id, message) => {
    const [view] = await readEntryViews(database, [entryRecordId(id)])
    if (view !== undefined) notice.set(message(entryTitle(register, view.entry)))
  }
}
