import { parseBlock } from './clipboard-block.ts'

/** Far beyond any official table; guards against a colspan somebody made up. */
const MOST_COLUMNS = 200

/**
 * The block on the clipboard. Plain text where there is any: it is what the other program showed. A table only in
 * HTML (or pasted as HTML source) is read cell by cell, merged cells as one value and blanks.
 */
export function readClipboardBlock(clipboard: Pick<DataTransfer, 'getData'>): string[][] {
  const text = clipboard.getData('text/plain')
  if (text !== '' && !/^\s*<(?:!--|html|meta|body|table)\b/i.test(text)) return parseBlock(text)
  const rows = tableRows(text === '' ? clipboard.getData('text/html') : text)
  return rows.length > 0 ? rows : parseBlock(text)
}

function tableRows(html: string): string[][] {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  const trs = [...(table?.rows ?? [])]
  const rows: string[][] = []
  trs.forEach((tr, line) => {
    rows[line] ??= []
    let column = 0
    for (const td of tr.cells) {
      while (rows[line]?.[column] !== undefined) column += 1
      const text = (td.textContent ?? '').replace(/\s+/g, ' ').trim()
      const across = Math.min(td.colSpan, MOST_COLUMNS)
      // A rowspan of 0 or beyond the table means down to its end.
      const rest = trs.length - line
      const down = td.rowSpan === 0 ? rest : Math.min(td.rowSpan, rest)
      for (let i = 0; i < down; i += 1) {
        rows[line + i] ??= []
        for (let j = 0; j < across; j += 1) {
          const row = rows[line + i]
          if (row !== undefined) row[column + j] = i === 0 && j === 0 ? text : ''
        }
      }
      column += across
    }
  })
  return rows.map((row) => Array.from(row, (cell) => cell ?? ''))
}
