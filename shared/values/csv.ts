import { heldText } from './held-text.ts'

/**
 * A text that a spreadsheet would run as a formula, however many apostrophes stand before it: also with the wide signs
 * of a Chinese keyboard and their small forms, which some programs take for the same.
 */
const formula = /^'*[\t\r\n=+\-@＝＋－＠﹦﹢﹣﹫]/

/** As a cell of a text file, harmless to open: `=1+1` becomes `'=1+1`, as Excel writes it itself. `asTyped` undoes it. */
export function withoutFormula(text: string): string {
  const held = heldText(text)
  return formula.test(held) ? `'${held}` : held
}

/** Takes off the one apostrophe that `withoutFormula` set. */
export function asTyped(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text
}

/** Guarded cells as a text file (RFC 4180): UTF-8 with a byte order mark, so that Excel and WPS read the Chinese. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const quote = (text: string): string =>
    /[",;\t\r\n，]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return `\uFEFF${rows.map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`
}
