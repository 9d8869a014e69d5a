import { heldText } from '../../values/held-text.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text made safe for an element or a quoted attribute; see `heldText`. */
export function escapeHtml(text: string): string {
  return heldText(text).replace(/[&<>"']/g, (char) => entities[char] ?? char)
}
