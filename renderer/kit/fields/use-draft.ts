import { useCallback, useEffect, useRef, useState } from 'react'

/** After this pause in typing a text is saved, in milliseconds. */
const PAUSE = 700

/**
 * A text field over a stored value: shows what is typed at once, saves after a pause, on leaving the field and when
 * the screen goes away. A stored value that changes underneath (undo) is taken over unless the field has unsaved text.
 */
export function useDraft(stored: string, save: (text: string) => void) {
  const [text, setText] = useState(stored)
  const pending = useRef<string | null>(null)
  const timer = useRef<number | undefined>(undefined)
  const saveRef = useRef(save)
  saveRef.current = save

  const flush = useCallback(() => {
    window.clearTimeout(timer.current)
    if (pending.current === null) return
    const value = pending.current
    pending.current = null
    saveRef.current(value)
  }, [])

  useEffect(() => {
    if (pending.current === null) setText(stored)
  }, [stored])
  useEffect(() => flush, [flush])

  const change = (value: string) => {
    setText(value)
    pending.current = value
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(flush, PAUSE)
  }
  return { text, change, flush }
}
