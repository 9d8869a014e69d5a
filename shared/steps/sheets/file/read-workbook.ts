import { type CellObject, read, set_cptable, type WorkBook, type WorkSheet } from 'xlsx'
import { fail, ok, type Result } from '../../../values/result.ts'
import { type Cell, isBlank, NO_VALUE, PICTURE, plainTable, type SheetTable } from '../cell.ts'
import { isSerial, serialDay } from '../cells/read-day.ts'
import { type SheetProblem, sheetLimits } from '../sheet-problem.ts'
import { decodeText } from './decode-text.ts'
import { fileKind, isMarkup } from './file-kind.ts'
import { htmlTables } from './html-tables.ts'
import { hasLyingJump, isTooMerged } from './lying-places.ts'
import { oleKind } from './ole-kind.ts'
import { parseCsv } from './parse-csv.ts'
import { dayPart, shownNumber, shownText } from './shown-number.ts'
import { unpackWorkbook } from './unpack-workbook.ts'

type Tables = Result<readonly SheetTable[], SheetProblem>

/**
 * Nothing is made that is not asked for: no formatted texts, no web page of each cell. Formulas, because one without a
 * value must not pass for a blank; styles, because they say which rows are hidden.
 */
const plain = {
  dense: true,
  cellText: false,
  cellHTML: false,
  cellFormula: true,
  cellNF: true,
  cellStyles: true,
} as const

/**
 * The sheets of a file that a clerk chose: .xlsx, .xlsm, .xls and .et, a web page that a web system calls .xls, or text
 * in UTF-8 or GB18030. Told by its bytes, not its name. Sheets without anything in them are left out; the limits are
 * looked at before what they guard against is done.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Tables> {
  if (bytes.length > sheetLimits.file) return fail({ code: 'too-large' })
  if (bytes.length === 0) return fail({ code: 'empty' })
  const kind = fileKind(bytes)
  switch (kind) {
    case 'zip': {
      const unpacked = await unpackWorkbook(bytes)
      return unpacked.ok ? parsed(() => read(unpacked.value.zip, { type: 'array', ...plain })) : unpacked
    }
    case 'ole': {
      const held = oleKind(bytes)
      if (held !== 'workbook') return fail({ code: held })
      // The books of Excel 5 and 95 are in the code page of their PC.
      set_cptable(await import('xlsx/dist/cpexcel.full.mjs'))
      return parsed(() => read(bytes.slice(), { type: 'array', codepage: GBK, ...plain }))
    }
    case 'markup':
    case 'text': {
      const text = decodeText(bytes)
      if (text === null) return fail({ code: 'not-a-sheet' })
      if (isMarkup(text)) return readMarkup(text)
      return withinLimits([{ ...plainTable, name: '', rows: parseCsv(text) }])
    }
    case 'other-sheet':
      return fail({ code: 'other-format' })
    case 'binary':
      return fail({ code: 'not-a-sheet' })
    default:
      return fail({ code: kind })
  }
}

const GBK = 936

/** The XML that Excel 2003 wrote, which is no web page. */
const isWorkbookXml = (text: string): boolean => /<([a-z]+:)?workbook[\s>]/i.test(text.slice(0, 4096))

function readMarkup(text: string): Tables {
  if (isWorkbookXml(text)) {
    const tags = text.split(/<(?:[a-z]+:)?Cell[\s>/]/i).length
    if (tags > sheetLimits.cells || hasLyingJump(text)) return fail({ code: 'unpacks-too-large' })
    return parsed(() => read(text, { type: 'string', raw: true, ...plain }))
  }
  if (text.split(/<table/i).length > MOST_TABLES) return fail({ code: 'too-many-sheets' })
  try {
    return withinLimits(htmlTables(text))
  } catch {
    // Tags inside tags, deeper than any page.
    return fail({ code: 'damaged' })
  }
}

/** Tables that lay out a page and hold no list are many; a program that has made more has gone wrong. */
const MOST_TABLES = 5000

function parsed(open: () => WorkBook): Tables {
  let book: WorkBook
  try {
    book = open()
  } catch (error) {
    return fail({ code: /password|encrypt/i.test(String(error)) ? 'encrypted' : 'damaged' })
  }
  const from1904 = book.Workbook?.WBProps?.date1904 === true
  if (book.SheetNames.length > sheetLimits.sheets) return fail({ code: 'too-many-sheets' })
  const tables: SheetTable[] = []
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]
    if (sheet === undefined) continue
    const last = sheet['!data']?.length ?? 0
    if (last > LAST_ROW) return fail({ code: 'too-many-rows', rows: last })
    tables.push(toTable(sheet, name, from1904, (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0))
  }
  return withinLimits(tables)
}

/** No spreadsheet has more rows: a file that says so lies. */
const LAST_ROW = 1_048_576

function toTable(sheet: WorkSheet, name: string, from1904: boolean, isHidden: boolean): SheetTable {
  const lines = sheet['!data'] ?? []
  const rows: (Cell[] | undefined)[] = []
  // Sparse: a row that the file does not hold costs nothing.
  lines.forEach((line, r) => {
    const row: Cell[] = []
    line?.forEach((cell, c) => {
      const held = cell === undefined ? null : toCell(cell, from1904)
      if (held === null) return
      while (row.length < c && row.length < sheetLimits.columns + 1) row.push(null)
      if (row.length > sheetLimits.columns) return
      row.push(held)
    })
    if (row.length > 0) rows[r] = row
  })
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
  const hidden = new Set((sheet['!rows'] ?? []).flatMap((row, r) => (row?.hidden === true ? [r] : [])))
  const hiddenColumns = new Set((sheet['!cols'] ?? []).flatMap((column, c) => (column?.hidden === true ? [c] : [])))
  return { name, rows, merges, hidden, hiddenColumns, isHidden, from1904 }
}

/** A cell as its format shows it; null where it is empty. */
function toCell({ t, v, f, z }: CellObject, from1904: boolean): Cell {
  if (f !== undefined && (t === 'z' || v === undefined)) return NO_VALUE
  if (t === 'z' || v === undefined) return null
  if (t === 'e') return errorText(v)
  if (v instanceof Date) return dayCell(v.toISOString().slice(0, 10), 'day')
  if (typeof v === 'string') {
    if (/^=?(_xlfn\.)?DISPIMG\(/i.test(v)) return PICTURE
    return z === undefined ? v : shownText(v, String(z))
  }
  if (typeof v !== 'number' || z === undefined) return v
  const format = String(z)
  const part = dayPart(format)
  if (part !== null) return isSerial(v) ? dayCell(serialDay(v, from1904), part) : v
  const shown = shownNumber(v, format)
  return shown === null ? v : { number: v, shown }
}

const shownLengths = { day: 10, month: 7, year: 4 } as const

/** What is shown as 2024年3月 and kept as its first day was typed so; another day of it was typed whole. */
function dayCell(day: string, part: keyof typeof shownLengths): Cell {
  return { day, shown: day.endsWith('-01') ? day.slice(0, shownLengths[part]) : day }
}

/** By the numbers that the file has for what Excel shows: [MS-XLS] 2.5.10. */
const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}
const errorText = (value: unknown): string => errorTexts[Number(value)] ?? '#错误'

function withinLimits(tables: readonly SheetTable[]): Tables {
  const filled: SheetTable[] = []
  let text = 0
  let cells = 0
  let merged = 0
  for (const table of tables) {
    let rows = 0
    for (const [r, row] of table.rows.entries()) {
      if (row === undefined || isBlank(row)) continue
      rows += 1
      cells += row.length
      if (row.length > sheetLimits.columns) return fail({ code: 'too-wide' })
      for (const cell of row) {
        if (typeof cell !== 'string') continue
        if (cell.length > sheetLimits.cell) return fail({ code: 'cell-too-long', sheet: table.name, row: r + 1 })
        text += cell.length
      }
      if (text > sheetLimits.text || cells > sheetLimits.cells) return fail({ code: 'unpacks-too-large' })
    }
    for (const { top, bottom } of table.merges) merged += Math.max(1, Math.min(bottom, table.rows.length) - top)
    if (isTooMerged(table.merges.length, merged)) return fail({ code: 'unpacks-too-large' })
    if (rows > sheetLimits.rows + HEAD_ROWS) return fail({ code: 'too-many-rows', rows })
    if (rows > 0) filled.push(table)
  }
  if (filled.length > sheetLimits.sheets) return fail({ code: 'too-many-sheets' })
  return filled.length === 0 ? fail({ code: 'empty' }) : ok(filled)
}

/** Titles and headings above the rows themselves. */
const HEAD_ROWS = 50
