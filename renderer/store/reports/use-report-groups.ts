import { useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Groups } from '../../../shared/record/groups.ts'
import { showsSame, withAhead } from '../ahead.ts'
import { useStore } from '../store-context.ts'
import { readGroups } from '../tables/read-groups.ts'
import { useKeyedLiveQuery } from '../use-keyed-live-query.ts'

/** The groups of a report as they are to be shown: what is typed stands at once, before the disk and the store have it. */
export function useReportGroups(record: string): Groups | undefined {
  const { database, ahead } = useStore()
  const stored = useKeyedLiveQuery(record, () => readGroups(database, 'report', record))
  const edits = useSyncExternalStore(ahead.edits.subscribe, ahead.edits.get)
  useLayoutEffect(() => {
    if (stored !== undefined) ahead.see(record, stored)
  }, [ahead, record, stored])
  const last = useRef<{ readonly record: string; readonly groups: Groups } | null>(null)
  return useMemo(() => {
    if (stored === undefined) return undefined
    const groups = withAhead(record, stored, edits)
    // The store saying what is shown already is no reason to compute and check the report again.
    const shown = last.current
    if (shown !== null && shown.record === record && showsSame(shown.groups, groups)) return shown.groups
    last.current = { record, groups }
    return groups
  }, [record, stored, edits])
}
