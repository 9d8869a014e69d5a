/**
 * A block of cells as Excel, WPS and Word put it on the clipboard as plain text: tabs between cells, line breaks
 * between rows, a cell with either of them (or a quote at its start) in double quotes, doubled inside.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    row.push(cell)
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    rows.push(row)
    row = []
  }
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i)
    if (quoted) {
      if (char !== '"') cell += char
      else if (text.charAt(i + 1) === '"') {
        cell += '"'
        i += 1
      } else quoted = false
    } else if (char === '"' && cell === '' && closesLater(text, i)) quoted = true
    else if (char === '\t') endCell()
    else if (char === '\n' || char === '\r') {
      if (char === '\r' && text.charAt(i + 1) === '\n') i += 1
      endRow()
    } else cell += char
  }
  // Office programs end the last row with a line break too; a text without one has a row still open.
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

/** A quote opens a quoted cell only if one closes it at a cell's end; else it is what somebody typed. */
function closesLater(text: string, opening: number): boolean {
  return /^"(?:[^"]|"")*"(?=[\t\r\n]|$)/.test(text.slice(opening))
}

/** The block as tab-separated text, each row ended with CR LF as Excel does. */
export function formatBlock(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string): string => (/[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map((row) => `${row.map(quote).join('\t')}\r\n`).join('')
}

/** The block as a plain HTML table, for Word and mail programs. */
export function formatHtmlBlock(rows: readonly (readonly string[])[]): string {
  const escaped = (cell: string): string =>
    cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  const line = (row: readonly string[]): string => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`
  return `<table>${rows.map(line).join('')}</table>`
}
