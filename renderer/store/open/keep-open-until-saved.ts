import type { Writer } from '../store.ts'

/**
 * What is typed when the window closes, a figure half typed or actions that wait for the disk, is saved first: the
 * window stays until it is on disk and then closes itself. Where the disk refuses, it stays and says so; asked again,
 * it closes. Gives the function that ends this.
 */
export function keepOpenUntilSaved({ saveState }: Writer): () => void {
  let stopWaiting: (() => void) | null = null
  let told = false
  const onBeforeUnload = (event: BeforeUnloadEvent): void => {
    // A figure or text counts as typed when its field is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    const save = saveState.get()
    const refused = save.state === 'failed' && save.waiting > 0 && !told
    if (save.state !== 'saving' && !refused) return
    // What the disk refused is in this window alone: closing it is held up once, for the clerk to read why.
    told = refused
    event.preventDefault()
    if (refused) return
    stopWaiting ??= saveState.subscribe(() => {
      const { state } = saveState.get()
      if (state === 'saving') return
      stopWaiting?.()
      stopWaiting = null
      if (state === 'saved') window.close()
    })
  }
  window.addEventListener('beforeunload', onBeforeUnload)
  return () => {
    stopWaiting?.()
    window.removeEventListener('beforeunload', onBeforeUnload)
  }
}
