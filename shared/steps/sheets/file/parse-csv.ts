import { asTyped, csvText, withoutFormula } from '../../../values/csv.ts'
import { sheetLimits } from '../sheet-problem.ts'

/** Characters by which programs part the columns of a text file. */
const separators = [',', '\t', ';', '，'] as const

/**
 * A text file as rows of cells (RFC 4180): a cell with the separator, a line break or a quote at its start stands in
 * double quotes, doubled inside. The separator is the one into which most of the first lines fall alike: see
 * `separatorOf`. An apostrophe that our own export put before what a spreadsheet would run is taken off.
 */
export function parseCsv(text: string): string[][] {
  // Excel's own word for what parts the columns.
  const [line, told] = /^sep=(.)\r?\n/.exec(text) ?? []
  if (line !== undefined && told !== undefined) return [[], ...parseWith(text.slice(line.length), told)]
  return parseWith(text, separatorOf(text))
}

function parseWith(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let cell: string
    const end = text[at] === '"' ? closingQuote(text, at, separator) : null
    if (end !== null) {
      cell = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
      // What stands behind the closing quote belongs to the cell: somebody wrote it by hand.
      const rest = endOfCell(text, at, separator)
      cell += text.slice(at, rest)
      at = rest
    } else {
      const stop = endOfCell(text, at, separator)
      cell = text.slice(at, stop)
      at = stop
    }
    if (row.length <= sheetLimits.columns) row.push(cell === '' ? '' : plainCell(cell))
    if (text[at] === separator) {
      at += 1
      if (at === text.length) row.push('')
      continue
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    at += 1
    // Of nothing but line breaks, one row for all.
    rows.push(row.length === 1 && row[0] === '' ? blank : row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

/**
 * Where the quote that opens a cell is closed. Null where it closes nothing: it is one of the text, or the one behind it
 * opens another cell some lines below, and rows between them would be swallowed.
 */
function closingQuote(text: string, at: number, separator: string): number | null {
  let end = text.indexOf('"', at + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end < 0) return null
  const behind = text[end + 1]
  const isClosed = behind === undefined || behind === separator || behind === '\n' || behind === '\r'
  return isClosed || !text.slice(at, end).includes('\n') ? end : null
}

const blank = ['']

function plainCell(cell: string): string {
  const unguarded = withoutGuard(cell)
  return unguarded === cell ? textOfFormula(cell) : unguarded
}

/** `="00123"`: web systems write so what a spreadsheet should keep as a text. */
export function textOfFormula(cell: string): string {
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell
}

function endOfCell(text: string, from: number, separator: string): number {
  let at = from
  for (; at < text.length; at += 1) {
    const char = text[at]
    if (char === separator || char === '\n' || char === '\r') break
  }
  return at
}

/** Rows that are looked at, in the first so many characters. */
const [LOOKED_AT, HEAD] = [20, 20_000]

/**
 * The head line decides: with its separator the rows below have no more cells than it has, while commas in texts part
 * each row differently. Of two that do equally well, the one with more columns.
 */
function separatorOf(text: string): string {
  const head = text.slice(0, HEAD)
  let best: string = separators[0]
  let most = 0
  for (const separator of separators) {
    const widths = parseWith(head, separator)
      .slice(0, LOOKED_AT)
      .map((row) => row.length)
    const width = widths.find((one) => one > 1) ?? 0
    const alike = widths.filter((one) => one > 1 && one <= width).length * 1000 + Math.min(width, 999)
    if (width > 1 && alike > most) {
      most = alike
      best = separator
    }
  }
  return best
}

/**
 * Digits that a spreadsheet takes for a number, and then cuts or writes as 1.10101E+17: identity numbers, telephones,
 * numbers that begin with 0. A tab before them keeps them a text; it is white space to who reads it.
 */
const likeNumber = /^(\d{11,}|0\d+)$/

/** As a cell of a text file, harmless to open; see `withoutFormula`. `withoutGuard` undoes it. */
export function guarded(text: string): string {
  return likeNumber.test(text) ? `\t${text}` : withoutFormula(text)
}

function withoutGuard(text: string): string {
  return text.startsWith('\t') && likeNumber.test(text.slice(1)) ? text.slice(1) : asTyped(text)
}

/** Rows as a text file, formulas and long numbers guarded. */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return csvText(rows.map((row) => row.map(guarded)))
}
