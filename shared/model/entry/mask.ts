/**
 * What a list shows of personal data until somebody asks: enough to tell two entries apart, too little to know the
 * person. By the key of the field; of an unknown one nothing is shown.
 */
const masks: Readonly<Record<string, (text: string) => string>> = {
  name: (text) => keepEnds(text, 1, 0),
  idNumber: (text) => (lengthOf(text) >= 15 ? keepEnds(text, 4, 4) : keepEnds(text, 1, 1)),
  phone: (text) => (lengthOf(text) >= 11 ? keepEnds(text, 3, 4) : keepEnds(text, 0, 2)),
  email: (text) => {
    const at = text.lastIndexOf('@')
    return at < 0 ? HIDDEN : `${HIDDEN}${text.slice(at)}`
  },
}

const HIDDEN = '***'

/** The text of a personal field with what names or reaches the person replaced by `*`; empty stays empty. */
export function maskField(key: string, text: string): string {
  const trimmed = text.trim()
  return trimmed === '' ? '' : (masks[key]?.(trimmed) ?? HIDDEN)
}

/** All personal fields of an entry, masked. */
export function maskFields(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([key, text]) => [key, maskField(key, text)]))
}

/** At least one character is hidden, and of a text no longer than its ends nothing is shown. */
function keepEnds(text: string, head: number, tail: number): string {
  const characters = Array.from(text)
  const hidden = characters.length - head - tail
  if (hidden <= 0) return '*'.repeat(characters.length)
  return characters.map((character, i) => (i < head || i >= head + hidden ? character : '*')).join('')
}

const lengthOf = (text: string) => Array.from(text).length
