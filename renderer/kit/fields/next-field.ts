import type { KeyboardEvent } from 'react'

/**
 * Enter goes to the next field of the form, and from the last one, or from the one whose key is `enough`, does
 * `onLast`; Shift+Enter is a new line in a text.
 */
export function nextFieldOnEnter(event: KeyboardEvent<HTMLElement>, onLast: () => void, enough?: string): void {
  const { target } = event
  if (event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  // While characters are composed, Enter belongs to the input method.
  if (event.nativeEvent.isComposing || event.shiftKey) return
  if (!(target instanceof HTMLElement) || target.dataset.field === undefined) return
  event.preventDefault()
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-field]')]
  const next = fields.slice(fields.indexOf(target) + 1).find((field) => field.dataset.field !== target.dataset.field)
  if (next === undefined || target.dataset.field === enough) onLast()
  else next.focus()
}
