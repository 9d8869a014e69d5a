import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { readListed } from '../../store/lists/entry-lists.ts'
import { readEntryViews } from '../../store/lists/read-entries.ts'
import { newId } from '../../store/new-id.ts'
import { useStore } from '../../store/store-context.ts'
import { useSession } from '../session/session.ts'
import { duplicateOf, type Fields, startWith } from './entry-start.ts'

/** Opens the editor on an entry that is not there yet. */
export function useNewEntry(register: RegisterDefinition): {
  blank(): void
  /** Like these fields, or like the entry made last. */
  duplicate(of: Fields | null): Promise<void>
} {
  const session = useSession()
  const store = useStore()
  const open = (entry: string) => session.go({ screen: 'register', register: register.id, entry })

  async function lastMade(): Promise<Fields | null> {
    const ids = await readListed(store.database, { unit: session.unit.code, register: register.id })
    // Ids sort in the order in which they were drawn.
    const last = ids.reduce<string | null>((latest, id) => (latest === null || id > latest ? id : latest), null)
    if (last === null) return null
    return (await readEntryViews(store.database, [last]))[0]?.entry.fields ?? null
  }

  return {
    blank: () => {
      const entry = newId(store.now())
      startWith(entry, {})
      open(entry)
    },
    async duplicate(of) {
      const fields = of ?? (await lastMade())
      const entry = newId(store.now())
      startWith(entry, fields === null ? {} : duplicateOf(register, fields))
      open(entry)
    },
  }
}
