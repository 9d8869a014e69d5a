import type { KeyboardEvent } from 'react'

/**
 * Enter goes to the next field of the form, and from the last one does `onLast`; Shift+Enter is a new line in a text.
 * Gives the key of the field that was left by it; null where it was none.
 */
export function nextFieldOnEnter(event: KeyboardEvent<HTMLElement>, onLast: () => void): string | null {
  const { target } = event
  if (event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null
  // While characters are composed, Enter belongs to the input method.
  if (event.nativeEvent.isComposing || event.shiftKey) return null
  if (!(target instanceof HTMLElement) || target.dataset.field === undefined) return null
  event.preventDefault()
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-field]')]
  const next = fields.slice(fields.indexOf(target) + 1).find((field) => field.dataset.field !== target.dataset.field)
  if (next === undefined) onLast()
  else next.focus()
  return target.dataset.field
}
