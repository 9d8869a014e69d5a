import { useSyncExternalStore } from 'react'
import type { SaveState, UndoState } from '../store.ts'
import { useStore } from '../store-context.ts'

export function useSaveState(): SaveState {
  const { saveState } = useStore().writer
  return useSyncExternalStore(saveState.subscribe, saveState.get)
}

export function useUndoState(): UndoState {
  const { undoState } = useStore().writer
  return useSyncExternalStore(undoState.subscribe, undoState.get)
}
