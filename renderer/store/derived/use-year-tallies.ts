import { useStore } from '../store-context.ts'
import { useKeyedLiveQuery } from '../use-keyed-live-query.ts'
import { isWorthPicture, readTallyState, type YearTallies } from './read-year-tallies.ts'
import { useMissingDerived } from './use-missing-derived.ts'

export type { YearTallies }

/** What the charts show of a unit's year; undefined until it is read. Throws in rendering what IndexedDB throws. */
export function useYearTallies(unit: string, year: number): YearTallies | undefined {
  const { database } = useStore()
  const state = useKeyedLiveQuery(`${unit}|${year}`, () => readTallyState(database, unit, year))
  useMissingDerived(unit, state?.missing)
  return state?.tallies ?? undefined
}

/** Whether a unit has entries enough for the charts. */
export function useIsWorthPicture(unit: string): boolean {
  const { database } = useStore()
  return useKeyedLiveQuery(unit, () => isWorthPicture(database, unit)) ?? false
}
