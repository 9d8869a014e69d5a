import { useEffect, useState } from 'react'
import { ensureDerived } from './read-derived.ts'
import { isWorthPicture, readTallyState, type YearTallies } from './read-year-tallies.ts'
import { useStore } from './store-context.ts'
import { useKeyedLiveQuery } from './use-keyed-live-query.ts'

export type { YearTallies }

/** What the charts show of a unit's year; undefined until it is read. Throws in rendering what IndexedDB throws. */
export function useYearTallies(unit: string, year: number): YearTallies | undefined {
  const { database } = useStore()
  const state = useKeyedLiveQuery(`${unit}|${year}`, () => readTallyState(database, unit, year))
  const [failed, setFailed] = useState<{ readonly error: unknown } | null>(null)
  const missing = state?.missing.join() ?? ''
  useEffect(() => {
    // A live query may not write: what it lacks is made beside it, and it reads again.
    if (missing === '') return
    ensureDerived(database, unit, missing.split(',').map(Number)).catch((error: unknown) => setFailed({ error }))
  }, [database, unit, missing])
  if (failed !== null) throw failed.error
  return state?.tallies ?? undefined
}

/** Whether a unit has entries enough for the charts. */
export function useIsWorthPicture(unit: string): boolean {
  const { database } = useStore()
  return useKeyedLiveQuery(unit, () => isWorthPicture(database, unit)) ?? false
}
