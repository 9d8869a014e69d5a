import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { type EntryId, entryRecordId } from '../../../shared/model/entry/entry-record.ts'
import { type KeptRegisters, readKept } from '../../../shared/model/unit/kept-registers.ts'
import { countListed, type ListPlace, readListed } from '../lists/entry-lists.ts'
import {
  type EntryView,
  readEntryViews,
  readFlawedIds,
  readFlawedOf,
  readOpenEntries,
  readUndoneIds,
} from '../lists/read-entries.ts'
import { useStore } from '../store-context.ts'
import { readGroups } from '../tables/read-groups.ts'
import { useKeyedLiveQuery } from '../use-keyed-live-query.ts'
import { useUndoState } from '../write/use-save-state.ts'
import { type EntriesBehind, readEntriesBehind } from './read-entries-behind.ts'

export type { EntriesBehind, EntryView }

/*
 * What the screens read of the registers; undefined until the first read is done, like use-records.ts. Long lists are
 * read in two steps: the ids of all entries in their order, and the entries of what is in sight.
 */

/**
 * Record ids, newest first: of the entries that count, or of those in the bin. No live query: Dexie would note each of
 * them.
 */
export function useEntries({ unit, register, isBin = false }: ListPlace): readonly string[] | undefined {
  const { database } = useStore()
  const version = useEntriesVersion(unit, register)
  const read = useCallback(() => readListed(database, { unit, register, isBin }), [database, unit, register, isBin])
  return useRead(`${unit}|${register}|${isBin}`, version, read)
}

/** Record ids of the entries of which something is missing or wrong, the bin left out. */
export function useFlawedEntries(unit: string, register: string): ReadonlySet<string> | undefined {
  const { database } = useStore()
  const version = useEntriesVersion(unit, register)
  const read = useCallback(() => readFlawedIds(database, unit, register), [database, unit, register])
  return useRead(`${unit}|${register}`, version, read)
}

/** Of each register, how many entries may be missing in a year's figures, because something of them is missing or wrong. */
export function useFlawedOf(unit: string, year: number): ReadonlyMap<string, number> | undefined {
  const { database, catalogue } = useStore()
  return useKeyedLiveQuery(`${unit}|${year}`, async () => {
    const counted = await Promise.all(
      catalogue.registers.map(async ({ id }) => [id, (await readFlawedOf(database, unit, id, year)).length] as const),
    )
    return new Map(counted.filter(([, count]) => count > 0))
  })
}

const none: readonly string[] = []

/**
 * Record ids of the entries whose making was undone and whose personal data a key still opens. None while something
 * can be done again: it may be they.
 */
export function useUndoneEntries(unit: string, register: string): readonly string[] {
  const { database } = useStore()
  const version = useEntriesVersion(unit, register)
  const { redo } = useUndoState()
  const read = useCallback(() => readUndoneIds(database, unit, register), [database, unit, register])
  const undone = useRead(`${unit}|${register}`, version, read) ?? none
  return redo === null ? undone : none
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
  return useKeyedLiveQuery(`${unit}|${register}`, () => countListed(database, { unit, register }))
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
  const read = useCallback(
    (isWanted: () => boolean) => readEntriesBehind(database, { unit, year, form, figure, limit }, isWanted),
    [database, unit, year, form, figure, limit],
  )
  return useRead(`${unit}|${year}|${figure}|${limit}`, version, read)
}

/** Changes when an entry of the register does. */
function useEntriesVersion(unit: string, register: string): number {
  const { entries } = useStore()
  return useSyncExternalStore(entries.version.subscribe, () => entries.versionOf(unit, register))
}

/**
 * What a read gives, read again with each version; undefined until the first read for this key is done, and what was
 * read last while it is read again. Throws in rendering what the read throws.
 */
function useRead<T>(key: string, version: number, read: (isWanted: () => boolean) => Promise<T>): T | undefined {
  const [last, setLast] = useState<{ readonly key: string; readonly value: T } | null>(null)
  const [failed, setFailed] = useState<{ readonly error: unknown } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again with each version
  useEffect(() => {
    let isCurrent = true
    read(() => isCurrent).then(
      (value) => isCurrent && setLast({ key, value }),
      (error: unknown) => isCurrent && setFailed({ error }),
    )
    return () => {
      isCurrent = false
    }
  }, [read, key, version])
  if (failed !== null) throw failed.error
  return last?.key === key ? last.value : undefined
}
