import type { Form } from '../../../shared/catalogue/forms/form.ts'
import { useStore } from '../store-context.ts'
import { useKeyedLiveQuery } from '../use-keyed-live-query.ts'
import { type DerivedFigures, readDerivedState } from './read-derived.ts'
import { useMissingDerived } from './use-missing-derived.ts'

export type { DerivedFigures }

/**
 * A unit's figures of a year as its registers give them; only those of registers that it keeps. Counts that are not
 * stored yet are made from the entries once. Throws in rendering what IndexedDB throws then.
 */
export function useDerived(unit: string, year: number, form: Form): DerivedFigures | undefined {
  const { database } = useStore()
  const state = useKeyedLiveQuery(`${unit}|${year}|${form.id}`, () => readDerivedState(database, unit, year, form))
  useMissingDerived(unit, state?.missing)
  return state?.figures ?? undefined
}
