import { useEffect, useRef } from 'react'

/** What keys do on a screen: `Ctrl+N`, `Ctrl+Enter`, `Escape`, `Delete`. */
export type KeyActions = Readonly<Record<string, () => void>>

/** Screens and forms with keys of their own, the innermost last. */
const listening: { current: KeyActions }[] = []
/** A dialog or an open menu, which takes the keys for itself. */
const ABOVE = '[role="dialog"], [role="menu"]'
let hadDialog = false
let hadList = false

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  return event.ctrlKey || event.metaKey ? `Ctrl+${key}` : key
}

/** Asked before anybody handles the key: a dialog that it closes is gone when it comes back up. */
function beforeAll(): void {
  hadDialog = document.querySelector(ABOVE) !== null
  hadList = [...document.querySelectorAll('[role="listbox"]')].some((list) => list.checkVisibility())
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing || hadDialog) return
  const name = nameOf(event)
  // Closes the choices that a field offers, and nothing more.
  if (name === 'Escape' && hadList) return
  const action = listening.findLast(({ current }) => current[name] !== undefined)?.current[name]
  if (action === undefined) return
  event.preventDefault()
  action()
}

/**
 * Keys of a screen or a form, wherever the focus is; of several on screen the innermost has the key. A field or an open
 * dialog that takes the key itself keeps it.
 */
export function useKeys(actions: KeyActions): void {
  const newest = useRef(actions)
  useEffect(() => {
    newest.current = actions
  })
  useEffect(() => {
    if (listening.length === 0) {
      window.addEventListener('keydown', beforeAll, { capture: true })
      window.addEventListener('keydown', onKey)
    }
    listening.push(newest)
    return () => {
      listening.splice(listening.indexOf(newest), 1)
      if (listening.length > 0) return
      window.removeEventListener('keydown', beforeAll, { capture: true })
      window.removeEventListener('keydown', onKey)
    }
  }, [])
}
