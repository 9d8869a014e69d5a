import { escapeHtml } from './html.ts'

/** Longer ones (an address in the web) may break. */
const LONGEST = 26

/**
 * A text of a letter as HTML in which numbers, phones and the parts between wide spaces are not torn: `2026-004`,
 * `0712-4760000`, `联系地址：政府路1号`.
 */
export function unbrokenHtml(text: string): string {
  return text
    .split('　')
    .map((part) => (isShortPart(text, part) ? whole(part) : numbersWhole(part)))
    .join('　')
}

const isShortPart = (text: string, part: string): boolean =>
  text.includes('　') && part !== '' && part.length <= LONGEST

/** Where a browser would break a number: behind a hyphen or a stroke in it. */
function numbersWhole(text: string): string {
  const parts = text.split(/([A-Za-z0-9]+(?:[-/][A-Za-z0-9]+)+)/)
  return parts.map((part, i) => (i % 2 === 1 && part.length <= LONGEST ? whole(part) : escapeHtml(part))).join('')
}

const whole = (text: string): string => `<span class="unbroken">${escapeHtml(text)}</span>`
