import { useEffect, useState } from 'react'
import { readEntryViews } from '../../store/read-entries.ts'
import { useStore } from '../../store/store-context.ts'
import type { EntryView } from '../../store/use-entries.ts'

/**
 * All entries of a list, read once somebody searches or sorts it and again when entries come or go; undefined while
 * that is under way or not wanted. What merely scrolls reads what is in sight.
 */
export function useAllEntries(ids: readonly string[] | undefined, isWanted: boolean): readonly EntryView[] | undefined {
  const { database } = useStore()
  const [all, setAll] = useState<readonly EntryView[]>()
  useEffect(() => {
    if (!isWanted || ids === undefined) return
    let isCurrent = true
    void readEntryViews(database, ids).then((views) => {
      if (isCurrent) setAll(views)
    })
    return () => {
      isCurrent = false
    }
  }, [database, ids, isWanted])
  return isWanted ? all : undefined
}
