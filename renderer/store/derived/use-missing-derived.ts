import { useEffect, useState } from 'react'
import { useStore } from '../store-context.ts'
import { ensureDerived } from './read-derived.ts'

/**
 * Makes counts that a live query found missing, once, from the entries: the query may not write itself, and reads again
 * when they are there. Throws in rendering what IndexedDB throws.
 */
export function useMissingDerived(unit: string, years: readonly number[] | undefined): void {
  const { database } = useStore()
  const [failed, setFailed] = useState<{ readonly error: unknown } | null>(null)
  const missing = years?.join() ?? ''
  useEffect(() => {
    if (missing === '') return
    ensureDerived(database, unit, missing.split(',').map(Number)).catch((error: unknown) => setFailed({ error }))
  }, [database, unit, missing])
  if (failed !== null) throw failed.error
}
