import type { KeyboardEvent } from 'react'

/** In a form, Enter in a text field goes on to the next one, as clerks expect; only the last one, or the button, saves. */
export function leaveByEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return
  if (event.target.role === 'combobox') return
  const fields = [
    ...event.currentTarget.querySelectorAll<HTMLInputElement>('input:not([type="hidden"]):not(:disabled)'),
  ]
  const next = fields[fields.indexOf(event.target) + 1]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
