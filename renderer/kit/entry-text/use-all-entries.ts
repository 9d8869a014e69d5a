import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { entryIdOf } from '../../../shared/model/entry/entry-record.ts'
import type { EntryView } from '../../store/entries/use-entries.ts'
import { useStore } from '../../store/store-context.ts'

/** Reading a register begins this long after its list is there, so that the list itself comes first; in milliseconds. */
const AFTER = 150

const none: readonly EntryView[] = []
const never = () => () => {}

/**
 * All entries of a list in the order of `ids`, for who searches or sorts it; undefined while they are being read or are
 * not wanted. They are read once, in the background, as soon as the list is there: most lists that are opened are
 * searched.
 */
export function useAllEntries(ids: readonly string[] | undefined, isWanted: boolean): readonly EntryView[] | undefined {
  const { entries } = useStore()
  const [first] = ids ?? []
  const version = useSyncExternalStore(entries.forgotten.subscribe, entries.forgotten.get)
  const [isTime, setTime] = useState(false)
  useEffect(() => {
    if (first === undefined) return
    const timer = window.setTimeout(() => setTime(true), AFTER)
    return () => window.clearTimeout(timer)
  }, [first])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was forgotten is asked for again
  const memory = useMemo(() => {
    if (first === undefined || !(isTime || isWanted)) return null
    const { unit, register } = entryIdOf(first)
    return entries.of(unit, register)
  }, [entries, first, isTime, isWanted, version])
  const views = useSyncExternalStore(memory?.views.subscribe ?? never, memory?.views.get ?? nothing)
  return useMemo(() => {
    if (!isWanted || ids === undefined) return undefined
    if (ids.length === 0) return none
    // What came a moment ago and is not in the memory yet comes with its next state.
    return views === null ? undefined : ids.flatMap((id) => views.get(id) ?? [])
  }, [ids, isWanted, views])
}

const nothing = () => null
