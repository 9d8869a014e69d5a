import { useEffect, useState } from 'react'
import type { Form } from '../../shared/forms/form.ts'
import { type DerivedFigures, ensureDerived, readDerivedState } from './read-derived.ts'
import { useStore } from './store-context.ts'
import { useKeyedLiveQuery } from './use-keyed-live-query.ts'

export type { DerivedFigures }

/**
 * A unit's figures of a year as its registers give them; only those of registers that it keeps. Counts that are not
 * stored yet are made from the entries once. Throws in rendering what IndexedDB throws then.
 */
export function useDerived(unit: string, year: number, form: Form): DerivedFigures | undefined {
  const { database } = useStore()
  const state = useKeyedLiveQuery(`${unit}|${year}|${form.id}`, () => readDerivedState(database, unit, year, form))
  const [failed, setFailed] = useState<{ readonly error: unknown } | null>(null)
  const missing = state?.missing.join() ?? ''
  useEffect(() => {
    // A live query may not write: what it lacks is made beside it, and it reads again.
    if (missing === '') return
    ensureDerived(database, unit, missing.split(',').map(Number)).catch((error: unknown) => setFailed({ error }))
  }, [database, unit, missing])
  if (failed !== null) throw failed.error
  return state?.figures ?? undefined
}
