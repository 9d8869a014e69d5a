import { createContext, useContext } from 'react'
import { knownRegister } from '../../shared/catalogue/catalogue.ts'
import type { RegisterDefinition } from '../../shared/catalogue/registers/register-definition.ts'
import type { Store } from './store.ts'

export const StoreContext = createContext<Store | null>(null)

/** The window's store. Throws outside of `StoreContext`: a screen is shown once the store is open. */
export function useStore(): Store {
  const store = useContext(StoreContext)
  if (store === null) throw new Error('no store above this screen')
  return store
}

/** A register of the program. Throws on one that is not known: a screen names what the catalogue has. */
export function useRegister(id: string): RegisterDefinition {
  return knownRegister(useStore().catalogue.registers, id)
}
