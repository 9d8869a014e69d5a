/**
 * Bytes of a name in UTF-8. Linux allows 255, and what a save dialog or a copy adds (`（2）`, ` - 副本`) must still fit.
 */
const MOST_BYTES = 220

/** Names that Windows keeps for its devices, whatever their ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * A name that Windows, Linux and a USB stick take, for every file that we suggest or save: without `\ / : * ? " < > |`,
 * control and invisible characters, and without a dot or space at either end. A long one loses from its front, because
 * its end tells files apart (year, 第几次).
 */
export function fileName(stem: string, extension: string): string {
  const clean = trimmed(stem.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/gu, ''))
  const kept = trimmed(lastBytes(clean, MOST_BYTES - extension.length - 1))
  return `${kept === '' ? '报告' : kept.replace(device, '$&_')}.${extension}`
}

/** Without what stood on a character that is gone, too. */
const trimmed = (text: string): string => text.replace(/^[.\s\p{M}]+|[.\s]+$/gu, '')

/** As many whole characters of the end as go into so many bytes. */
function lastBytes(text: string, most: number): string {
  const characters = [...text]
  let bytes = 0
  let from = characters.length
  while (from > 0) {
    bytes += new TextEncoder().encode(characters[from - 1]).length
    if (bytes > most) break
    from--
  }
  return characters.slice(from).join('')
}
