import { createContext, useContext } from 'react'
import type { Store } from './store.ts'

export const StoreContext = createContext<Store | null>(null)

/** The window's store. Throws outside of `StoreContext`: a screen is shown once the store is open. */
export function useStore(): Store {
  const store = useContext(StoreContext)
  if (store === null) throw new Error('no store above this screen')
  return store
}
