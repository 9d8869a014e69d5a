import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Form } from '../../shared/forms/form.ts'
import { type EntryId, entryRecordId } from '../../shared/records/entry-record.ts'
import { type KeptRegisters, readKept } from '../../shared/records/kept-registers.ts'
import {
  type EntryQuery,
  type EntryView,
  readEntryCount,
  readEntryIds,
  readEntryViews,
  readOpenEntries,
} from './read-entries.ts'
import { type EntriesBehind, readEntriesBehind } from './read-entries-behind.ts'
import { readGroups } from './read-groups.ts'
import { useStore } from './store-context.ts'
import { useKeyedLiveQuery } from './use-keyed-live-query.ts'

export type { EntriesBehind, EntryQuery, EntryView }

/*
 * What the screens read of the registers; undefined until the first read is done, like use-records.ts. Long lists are
 * read in two steps: the ids of all entries in their order, and the entries of what is in sight.
 */

/** Record ids, newest first: of the entries that count, or of those in the bin. */
export function useEntries({ unit, register, isBin = false }: EntryQuery): readonly string[] | undefined {
  const { database } = useStore()
  return useKeyedLiveQuery(`${unit}|${register}|${isBin}`, () => readEntryIds(database, { unit, register, isBin }))
}

/** The entries of these record ids, in their order, those that are no more left out. For a virtual list: those in sight. */
export function useEntryViews(ids: readonly string[]): readonly EntryView[] | undefined {
  const { database } = useStore()
  return useKeyedLiveQuery(JSON.stringify(ids), () => readEntryViews(database, ids))
}

/** Null: no such entry. */
export function useEntry(id: EntryId): EntryView | null | undefined {
  const { database } = useStore()
  const record = entryRecordId(id)
  return useKeyedLiveQuery(record, async () => (await readEntryViews(database, [record]))[0] ?? null)
}

/** How many entries there are, the bin left out. */
export function useEntryCount(unit: string, register: string): number | undefined {
  const { database } = useStore()
  return useKeyedLiveQuery(`${unit}|${register}`, () => readEntryCount(database, unit, register))
}

/** Requests without an end, also those whose receipt is not filled in right (`facts` is then null). Oldest first. */
export function useOpenRequests(unit: string): readonly EntryView[] | undefined {
  const { database } = useStore()
  return useKeyedLiveQuery(unit, () => readOpenEntries(database, unit, 'requests'))
}

/** The registers that a unit keeps, by keep key; see `isKept`, `keptIn` and `figuresKey`. */
export function useKept(unit: string): KeptRegisters | undefined {
  const { database } = useStore()
  return useKeyedLiveQuery(unit, async () => readKept(await readGroups(database, 'unit', unit)))
}

/**
 * The entries that count in a cell or a figure of the supplement, newest first, `limit` of them at most; what stands
 * there stays while it is read anew. No live query: that would note each row it passes.
 */
export function useEntriesBehind(
  unit: string,
  year: number,
  form: Form,
  figure: string,
  limit = 50,
): EntriesBehind | undefined {
  const { database, entries } = useStore()
  const version = useSyncExternalStore(entries.version.subscribe, entries.version.get)
  const key = `${unit}|${year}|${figure}|${limit}`
  const [read, setRead] = useState<{ readonly key: string; readonly behind: EntriesBehind } | null>(null)
  const [failed, setFailed] = useState<{ readonly error: unknown } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when an entry changes
  useEffect(() => {
    let isCurrent = true
    readEntriesBehind(database, { unit, year, form, figure, limit }, () => isCurrent).then(
      (behind) => isCurrent && setRead({ key, behind }),
      (error: unknown) => isCurrent && setFailed({ error }),
    )
    return () => {
      isCurrent = false
    }
  }, [database, unit, year, form, figure, limit, key, version])
  if (failed !== null) throw failed.error
  return read?.key === key ? read.behind : undefined
}
