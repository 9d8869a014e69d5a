import { useMemo } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { useEntries, useEntryViews } from '../../store/entries/use-entries.ts'
import { listedFields } from '../entry-text/list-columns.ts'

/** Entries looked through for what was typed before: the newest ones are what is typed again. */
const LOOKED_THROUGH = 300

/** What was typed into the text fields before, by field key, newest first, each once. Sealed fields offer nothing. */
export function useEarlierValues(unit: string, register: RegisterDefinition): ReadonlyMap<string, readonly string[]> {
  const ids = useEntries({ unit, register: register.id })
  const views = useEntryViews(useMemo(() => ids?.slice(0, LOOKED_THROUGH) ?? [], [ids]))
  return useMemo(() => {
    const texts = listedFields(register).filter(({ kind, numberedBy }) => kind === 'text' && numberedBy === undefined)
    return new Map(
      texts.map(({ key }) => {
        const typed = (views ?? []).flatMap(({ entry }) => {
          const value = entry.fields[key]
          return typeof value === 'string' ? [value] : []
        })
        return [key, [...new Set(typed)]] as const
      }),
    )
  }, [register, views])
}
