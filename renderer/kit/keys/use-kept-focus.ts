import { type RefObject, useEffect, useRef } from 'react'
import { nextRequestStep } from './next-request-step.ts'

/**
 * Keeps the keyboard in an entry. What it was on may be gone: with the stage that was taken back, or with the screen
 * that an undo was asked for on. It then goes to what is done next, else into the first field. Who only clicked beside
 * the fields is left alone.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const entry = root.current
    if (entry === null) return
    const keep = () => {
      if (entry.contains(document.activeElement)) last.current = document.activeElement
    }
    // A field that took the focus as it came has told nobody.
    keep()
    entry.addEventListener('focusin', keep)
    return () => entry.removeEventListener('focusin', keep)
  }, [root])
  // After each change of the entry: one of them took the focus away.
  useEffect(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body
    if (!isFree || last.current?.isConnected === true) return
    if (root.current === null) return
    const next = nextRequestStep(root.current, null) ?? root.current.querySelector<HTMLElement>('[data-field]')
    next?.focus({ preventScroll: true })
  })
}
