/** Halves of a rare character, code points that Unicode keeps for no character, and controls but tab and line breaks. */
const unheld = /[\p{Cs}\p{Noncharacter_Code_Point}]|(?![\t\n\r\u0080-\u009f])\p{Cc}/gu

/**
 * A text without what no document can hold: XML 1.0 (section 2.2) ends a file at U+FFFE, U+FFFF or a control, html and
 * spreadsheets cut a text at U+0000. Nobody can see or type them; they come with what is pasted. Every writer of
 * documents passes its texts through here; a break of a page or of a line within a paragraph becomes a line break.
 */
export function heldText(text: string): string {
  return text.replace(/[\v\f]/g, '\n').replace(unheld, '')
}

/** A text as a cell of an xlsx file holds it: what looks like an escape of that format (`_x000D_`) is read as itself. */
export function xlsxText(text: string): string {
  return heldText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** Characters that a cell of an xlsx file takes. */
export const MOST_IN_CELL = 32_767
