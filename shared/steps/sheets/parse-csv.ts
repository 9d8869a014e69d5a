/** Characters by which programs part the columns of a text file. */
const separators = [',', '\t', ';', '，'] as const

/**
 * A text file as rows of cells (RFC 4180): a cell with the separator, a line break or a quote at its start stands in
 * double quotes, doubled inside. The separator is the one that the first lines hold most often. An apostrophe that our
 * own export put before what a spreadsheet would run is taken off.
 */
export function parseCsv(text: string): string[][] {
  const separator = separatorOf(text)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let cell: string
    if (text[at] === '"') {
      let end = text.indexOf('"', at + 1)
      while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
      if (end < 0) end = text.length
      cell = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
      // What stands behind the closing quote belongs to the cell: somebody wrote it by hand.
      const rest = endOfCell(text, at, separator)
      cell += text.slice(at, rest)
      at = rest
    } else {
      const end = endOfCell(text, at, separator)
      cell = text.slice(at, end)
      at = end
    }
    row.push(withoutGuard(cell))
    if (text[at] === separator) {
      at += 1
      if (at === text.length) row.push('')
      continue
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    at += 1
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

function endOfCell(text: string, from: number, separator: string): number {
  let at = from
  for (; at < text.length; at += 1) {
    const char = text[at]
    if (char === separator || char === '\n' || char === '\r') break
  }
  return at
}

function separatorOf(text: string): string {
  const head = text.slice(0, 4000).replace(/"(?:[^"]|"")*"/g, '')
  const counts = separators.map((one) => head.split(one).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

/** A text that a spreadsheet would run as a formula, however many apostrophes stand before it. */
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/

/** As a cell of a text file, harmless to open: `=1+1` becomes `'=1+1`. `withoutGuard` undoes it. */
export function guarded(text: string): string {
  return dangerous.test(text) ? `'${text}` : text
}

function withoutGuard(text: string): string {
  return text.startsWith("'") && dangerous.test(text) ? text.slice(1) : text
}

/** Rows as a text file: UTF-8 with a byte order mark, so that Excel and WPS read the Chinese; formulas neutralised. */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  const quote = (text: string): string =>
    /[",;\t\r\n，]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return `\uFEFF${rows.map((row) => row.map((text) => quote(guarded(text))).join(',')).join('\r\n')}\r\n`
}
