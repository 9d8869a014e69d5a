import { type CellObject, utils, type WorkSheet, write } from 'xlsx'
import { cellName, supplementName } from '../../catalogue/forms/cell-name.ts'
import type { CellKey, Form, Table } from '../../catalogue/forms/form.ts'
import { placeBoxes } from '../../catalogue/forms/place-boxes.ts'
import { type FigureSpec, formatFigure } from '../../model/report/figure.ts'
import type { CellValue, Report } from '../../model/report/report.ts'
import { reportToJson, supplementKind } from '../../model/report/report-json.ts'
import { MOST_IN_CELL, xlsxText } from '../../values/held-text.ts'
import {
  blankNames,
  COVER_TITLE,
  type CoverField,
  coverLines,
  remarkKinds,
  remarksHeader,
  sheetNames,
  supplementHeader,
  TABLE_TOP,
  TEXT_END,
  textLabels,
} from './workbook-layout.ts'

/**
 * A report as a workbook: a cover, one sheet per table laid out as the official form, the texts, the supplement, and
 * remarks. Empty figures are empty cells. `reportFromXlsx()` reads it back after people have edited it.
 */
export function reportXlsx(form: Form, report: Report): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, coverSheet(form, report), sheetNames.cover)
  for (const table of form.tables) {
    utils.book_append_sheet(book, tableSheet(form, report, table), table.name)
  }
  utils.book_append_sheet(book, textSheet(form, report), sheetNames.texts)
  utils.book_append_sheet(book, supplementSheet(form, report), sheetNames.supplement)
  utils.book_append_sheet(book, remarksSheet(form, report), sheetNames.remarks)
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true })
  return new Uint8Array(bytes)
}

/** What somebody wrote where a figure or a title belongs, longer than a cell holds, is cut: it says nothing as it is. */
function textCell(text: string): CellObject {
  const held = text.length > PIECE ? `${piecesOf(text)[0]}…` : text
  return { t: 's', v: xlsxText(held) }
}

const numberCell = (value: number): CellObject => ({ t: 'n', v: value })

/** Numbers as numbers, so that people can add them up; what a spreadsheet cannot hold to the digit as text. */
function figureCell({ kind }: FigureSpec, value: CellValue): CellObject | null {
  if (value === null) return null
  if (typeof value === 'number') return numberCell(value)
  const isExact = kind === 'money' && String(Number(value)) === value && value.replace(/\D/g, '').length <= 15
  return isExact ? numberCell(Number(value)) : textCell(formatFigure(value))
}

function sheetOf(rows: readonly (readonly (CellObject | null)[])[], widths: readonly number[]): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
  sheet['!cols'] = widths.map((wch) => ({ wch }))
  return sheet
}

function coverSheet(form: Form, report: Report): WorkSheet {
  const { titles, blank, signOff } = report.presentation
  const cellFor = (field: CoverField): CellObject | null => {
    switch (field) {
      case 'form':
        return textCell(report.form)
      case 'year':
        return numberCell(report.year)
      case 'unitName':
        return textOrNothing(report.unit.name)
      case 'unitCode':
        return textOrNothing(report.unit.code)
      case 'blank':
        return blank === null ? null : textCell(blankNames[blank])
      case 'signOffUnit':
        return textOrNothing(signOff?.unit)
      case 'signOffDate':
        return textOrNothing(signOff?.date)
      default:
        return textOrNothing(titles[field])
    }
  }
  const rows = coverLines(form).map(({ field, label }) => [textCell(label), cellFor(field)])
  return sheetOf([[textCell(COVER_TITLE)], ...rows], [44, 60])
}

const textOrNothing = (text: string | undefined): CellObject | null => (text ? textCell(text) : null)

function tableSheet(form: Form, report: Report, table: Table): WorkSheet {
  const title = report.presentation.titles
  const shown = Object.entries(title).find(([id]) => id === table.id)?.[1] ?? table.title
  const rows: (CellObject | null)[][] = [[textCell(`${table.numeral}、${shown}`)]]
  const merges = [{ s: { r: 0, c: 0 }, e: { r: 0, c: table.widths.length - 1 } }]
  for (const { box, line, column } of placeBoxes(table.lines).flat()) {
    const top = TABLE_TOP + line
    while (rows.length <= top) rows.push([])
    const row = rows[top] ?? []
    while (row.length < column) row.push(null)
    row[column] = box.kind === 'label' ? textCell(box.text) : figureBox(form, report, box.key)
    if (box.colSpan > 1 || box.rowSpan > 1) {
      merges.push({ s: { r: top, c: column }, e: { r: top + box.rowSpan - 1, c: column + box.colSpan - 1 } })
    }
  }
  const sum = table.widths.reduce((total, width) => total + width, 0)
  const sheet = sheetOf(
    rows,
    table.widths.map((width) => Math.max(7, Math.round((width / sum) * 110))),
  )
  sheet['!merges'] = merges
  return sheet
}

function figureBox(form: Form, report: Report, key: CellKey): CellObject | null {
  const cell = form.cells.get(key)
  return cell === undefined ? null : figureCell(cell, report.cells[key] ?? null)
}

/** Characters of a long text that go into one cell, also where every second one must be escaped. */
const PIECE = Math.floor(MOST_IN_CELL / 2) - 1

function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (let rest = text; rest !== ''; ) {
    // Not between the two halves of a rare character.
    const half = rest.charCodeAt(PIECE - 1)
    const end = half >= 0xd800 && half < 0xdc00 ? PIECE - 1 : PIECE
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return pieces
}

function textSheet(form: Form, report: Report): WorkSheet {
  const rows = textLabels(form).flatMap(({ key, label }) =>
    (report.narrative[key] ?? '')
      .split('\n')
      .map((line, i) => [i === 0 ? textCell(label) : null, ...piecesOf(line).map(textCell)]),
  )
  return sheetOf([...rows, [textCell(TEXT_END)]], [36, 100])
}

function supplementSheet(form: Form, report: Report): WorkSheet {
  const own = form.definition.supplement.map(({ key }) => key)
  const asked = Object.keys(report.supplement).filter((key) => !own.includes(key))
  const rows = [...own, ...asked.sort()].map((key) => [
    textCell(key),
    textCell(supplementName(form, key)),
    figureCell({ kind: supplementKind(form, key) }, report.supplement[key] ?? null),
    textOrNothing(form.definition.supplement.find((figure) => figure.key === key)?.unit),
  ])
  return sheetOf([supplementHeader.map(textCell), ...rows], [26, 40, 14, 8])
}

function remarksSheet(form: Form, report: Report): WorkSheet {
  const { statements = {}, notes = {} } = reportToJson(form, report)
  const nameOf = (id: string): string => {
    const table = form.tables.find((one) => one.id === id)
    return table?.name ?? id
  }
  const remarks = [...form.cells.keys()].flatMap((key: CellKey) => {
    const remark = report.remarks[key]
    return remark === undefined ? [] : inPieces(remarkKinds.remark, key, remark, cellName(form, key))
  })
  const rows = [
    ...Object.keys(statements).map((id) => [remarkKinds.statement, id, '本年没有', nameOf(id)]),
    ...remarks,
    ...Object.entries(notes).flatMap(([id, note]) => inPieces(remarkKinds.note, id, note, nameOf(id))),
  ]
  return sheetOf(
    [[...remarksHeader], ...rows].map((row) => row.map(textCell)),
    [14, 44, 50, 50],
  )
}

/** A text longer than a cell goes on in the lines below. */
function inPieces(kind: string, id: string, text: string, name: string): string[][] {
  return piecesOf(text).map((piece, i) => [i === 0 ? kind : remarkKinds.further, id, piece, name])
}
