import { read, type WorkBook, type WorkSheet } from 'xlsx'
import { fail, ok, type Result } from '../../values/result.ts'
import { type Cell, isBlank, type SheetTable } from './cell.ts'
import { decodeText } from './decode-text.ts'
import { fileKind } from './file-kind.ts'
import { oleKind } from './ole-kind.ts'
import { parseCsv } from './parse-csv.ts'
import { type SheetProblem, sheetLimits } from './sheet-problem.ts'
import { unpackWorkbook } from './unpack-workbook.ts'

type Tables = Result<readonly SheetTable[], SheetProblem>

/** Nothing is made that is not asked for: no formatted texts, no formulas, no styles, no web page of each cell. */
const plain = { dense: true, cellText: false, cellHTML: false, cellFormula: false, cellStyles: false } as const

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
      return held === 'workbook' ? parsed(() => read(bytes.slice(), { type: 'array', ...plain })) : fail({ code: held })
    }
    case 'markup':
    case 'text': {
      const text = decodeText(bytes)
      if (text === null) return fail({ code: 'not-a-sheet' })
      if (kind === 'markup') return parsed(() => read(text, { type: 'string', raw: true, ...plain }))
      return withinLimits([{ name: '', rows: parseCsv(text), merges: [], from1904: false }])
    }
    case 'binary':
      return fail({ code: 'not-a-sheet' })
    default:
      return fail({ code: kind })
  }
}

function parsed(open: () => WorkBook): Tables {
  let book: WorkBook
  try {
    book = open()
  } catch (error) {
    return fail({ code: /password|encrypt/i.test(String(error)) ? 'encrypted' : 'damaged' })
  }
  const from1904 = book.Workbook?.WBProps?.date1904 === true
  const tables: SheetTable[] = []
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]
    // Hidden sheets hold what a program keeps for itself.
    if (sheet !== undefined && (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) === 0)
      tables.push(toTable(sheet, name, from1904))
  }
  return withinLimits(tables)
}

function toTable(sheet: WorkSheet, name: string, from1904: boolean): SheetTable {
  const lines = sheet['!data'] ?? []
  const rows: (Cell[] | undefined)[] = []
  // Sparse: a row that the file does not hold costs nothing.
  lines.forEach((line, r) => {
    const row: Cell[] = []
    line?.forEach((cell, c) => {
      if (cell === undefined || cell.t === 'z' || cell.v === undefined) return
      while (row.length < c && row.length < sheetLimits.columns + 1) row.push(null)
      if (row.length > sheetLimits.columns) return
      row.push(cell.t === 'e' ? errorText(cell.v) : cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : cell.v)
    })
    if (row.length > 0) rows[r] = row
  })
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
  return { name, rows, merges, from1904 }
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
  for (const table of tables) {
    let rows = 0
    for (const [r, row] of table.rows.entries()) {
      if (row === undefined || isBlank(row)) continue
      rows += 1
      if (row.length > sheetLimits.columns) return fail({ code: 'too-wide' })
      for (const cell of row) {
        if (typeof cell !== 'string') continue
        if (cell.length > sheetLimits.cell) return fail({ code: 'cell-too-long', sheet: table.name, row: r + 1 })
        text += cell.length
      }
      if (text > sheetLimits.text) return fail({ code: 'unpacks-too-large' })
    }
    if (rows > sheetLimits.rows + HEAD_ROWS) return fail({ code: 'too-many-rows', rows })
    if (rows > 0) filled.push(table)
  }
  return filled.length === 0 ? fail({ code: 'empty' }) : ok(filled)
}

/** Titles and headings above the rows themselves. */
const HEAD_ROWS = 50
