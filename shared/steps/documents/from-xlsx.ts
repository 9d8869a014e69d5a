import { utils, type WorkBook } from 'xlsx'
import { formById } from '../../catalogue/catalogue.ts'
import { supplementName } from '../../catalogue/forms/cell-name.ts'
import type { Form, Table } from '../../catalogue/forms/form.ts'
import { placeBoxes } from '../../catalogue/forms/place-boxes.ts'
import { type CellValue, type Report, titleKeys } from '../../model/report/report.ts'
import { isSupplementKey, parseReport, supplementKind } from '../../model/report/report-json.ts'
import { fail, ok } from '../../values/result.ts'
import { openWorkbook } from './open-workbook.ts'
import {
  at,
  dateAt,
  expectHeader,
  expectLabel,
  figureAt,
  findSheet,
  lastLine,
  type Read,
  squeeze,
  textAt,
} from './read-sheet.ts'
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
 * Reads a workbook that we exported and people may have edited, from its cells at their places. Every label is
 * verified where it should stand, so that a shifted row is a named problem and never a guess. What cannot be a figure
 * stays as text (`20件`) with its `value` finding. Last year's and other sheets that people add are left alone.
 */
export async function reportFromXlsx(bytes: Uint8Array, forms: readonly Form[]): Promise<Read<Report>> {
  const opened = await openWorkbook(bytes)
  if (!opened.ok) return opened
  const book = opened.value
  const cover = readCover(book, forms)
  if (!cover.ok) return cover
  const { form, fields } = cover.value
  const cells: Record<string, CellValue> = {}
  for (const table of form.tables) {
    const figures = readTable(book, form, table)
    if (!figures.ok) return figures
    Object.assign(cells, figures.value)
  }
  const narrative = readTexts(book, form)
  if (!narrative.ok) return narrative
  const supplement = readSupplement(book, form)
  if (!supplement.ok) return supplement
  const remarks = readRemarks(book)
  if (!remarks.ok) return remarks
  const json = {
    form: form.id,
    year: Number(fields.get('year')),
    unit: { code: fields.get('unitCode') ?? '', name: fields.get('unitName') ?? '' },
    cells,
    supplement: supplement.value,
    narrative: narrative.value,
    presentation: presentationOf(fields),
    ...remarks.value,
  }
  const report = parseReport(json, forms)
  return report.ok ? report : fail({ code: 'report', problem: report.problem })
}

function readCover(book: WorkBook, forms: readonly Form[]): Read<{ form: Form; fields: Map<CoverField, string> }> {
  const sheet = book.Sheets[sheetNames.cover]
  if (sheet === undefined || squeeze(textAt(sheet, 0, 0)) !== COVER_TITLE) return fail({ code: 'not-ours' })
  const formLine = 1 + coverLines(null).findIndex(({ field }) => field === 'form')
  const id = textAt(sheet, formLine, 1).trim()
  const form = formById(forms, id)
  if (form === null) return fail({ code: 'unknown-form', detail: id })
  const fields = new Map<CoverField, string>()
  for (const [i, { field, label }] of coverLines(form).entries()) {
    const moved = expectLabel(sheet, sheetNames.cover, i + 1, 0, label)
    if (moved !== null) return fail(moved)
    fields.set(field, field === 'signOffDate' ? dateAt(sheet, i + 1, 1) : textAt(sheet, i + 1, 1))
  }
  const year = fields.get('year') ?? ''
  if (!/^\s*\d{4}\s*$/.test(year)) return fail({ code: 'bad-year', detail: year })
  const blank = fields.get('blank') ?? ''
  if (blank !== '' && blankOf(blank) === undefined) return fail({ code: 'bad-blank', detail: blank })
  return ok({ form, fields })
}

function blankOf(name: string): string | undefined {
  return Object.entries(blankNames).find(([, shown]) => shown === name.trim())?.[0]
}

function presentationOf(fields: ReadonlyMap<CoverField, string>): object {
  const titles = [...fields].filter(([field, text]) => text !== '' && titleKeys.some((key) => key === field))
  const blank = fields.get('blank') ?? ''
  return {
    ...Object.fromEntries(titles.map(([field, text]) => [`title.${field}`, text])),
    ...(blank === '' ? {} : { blank: blankOf(blank) }),
    signOff: { unit: fields.get('signOffUnit') ?? '', date: fields.get('signOffDate') ?? '' },
  }
}

function readTable(book: WorkBook, form: Form, table: Table): Read<Record<string, CellValue>> {
  const name = table.name
  const sheet = findSheet(book, name)
  if (!sheet.ok) return sheet
  const cells: Record<string, CellValue> = {}
  for (const { box, line, column } of placeBoxes(table.lines).flat()) {
    if (box.kind === 'label') {
      const moved = expectLabel(sheet.value, name, TABLE_TOP + line, column, box.text)
      if (moved !== null) return fail(moved)
      continue
    }
    const cell = form.cells.get(box.key)
    if (cell !== undefined) cells[box.key] = figureAt(sheet.value, cell, TABLE_TOP + line, column)
  }
  return ok(cells)
}

function readTexts(book: WorkBook, form: Form): Read<Record<string, string>> {
  const name = sheetNames.texts
  const sheet = findSheet(book, name)
  if (!sheet.ok) return sheet
  const columns = utils.decode_range(sheet.value['!ref'] ?? 'A1').e.c
  const paragraphAt = (line: number): string =>
    Array.from({ length: columns }, (_, i) => textAt(sheet.value, line, i + 1)).join('')
  const texts: Record<string, string> = {}
  let line = 0
  for (const { key, label } of textLabels(form)) {
    const moved = expectLabel(sheet.value, name, line, 0, label)
    if (moved !== null) return fail(moved)
    const paragraphs = [paragraphAt(line)]
    for (line++; textAt(sheet.value, line, 0) === '' && line <= lastLine(sheet.value); line++) {
      paragraphs.push(paragraphAt(line))
    }
    texts[key] = paragraphs.join('\n')
  }
  const moved = expectLabel(sheet.value, name, line, 0, TEXT_END)
  return moved === null ? ok(texts) : fail(moved)
}

function readSupplement(book: WorkBook, form: Form): Read<Record<string, CellValue>> {
  const name = sheetNames.supplement
  const sheet = findSheet(book, name)
  if (!sheet.ok) return sheet
  const moved = expectHeader(sheet.value, name, supplementHeader)
  if (moved !== null) return fail(moved)
  const figures: Record<string, CellValue> = {}
  for (let line = 1; line <= lastLine(sheet.value); line++) {
    const key = textAt(sheet.value, line, 0).trim()
    if (key === '') {
      const stray = [1, 2].map((column) => textAt(sheet.value, line, column)).find((text) => text !== '')
      if (stray === undefined) continue
      return fail({ code: 'moved-label', sheet: name, at: at(line, 0), expected: supplementHeader[0], found: '' })
    }
    if (!isSupplementKey(form, key))
      return fail({ code: 'report', problem: { code: 'unknown-supplement', detail: key } })
    const shifted = expectLabel(sheet.value, name, line, 1, supplementName(form, key))
    if (shifted !== null) return fail(shifted)
    figures[key] = figureAt(sheet.value, supplementSpec(form, key), line, 2)
  }
  return ok(figures)
}

function supplementSpec(form: Form, key: string) {
  const unit = form.definition.supplement.find((figure) => figure.key === key)?.unit ?? ''
  return { kind: supplementKind(form, key), unit }
}

interface Remarks {
  readonly statements: Record<string, string>
  readonly remarks: Record<string, string>
  readonly notes: Record<string, string>
}

function readRemarks(book: WorkBook): Read<Remarks> {
  const name = sheetNames.remarks
  const sheet = findSheet(book, name)
  if (!sheet.ok) return sheet
  const moved = expectHeader(sheet.value, name, remarksHeader)
  if (moved !== null) return fail(moved)
  const { statement, remark, note, further } = remarkKinds
  const read = new Map([statement, remark, note].map((kind) => [kind as string, new Map<string, string>()]))
  let last: string = further
  for (let line = 1; line <= lastLine(sheet.value); line++) {
    const kind = textAt(sheet.value, line, 0).trim()
    const id = textAt(sheet.value, line, 1).trim()
    const text = textAt(sheet.value, line, 2)
    if (kind === '' && id === '' && text === '') continue
    const begun = kind === further ? read.get(last)?.get(id) : ''
    if (kind !== further) last = kind
    const texts = read.get(last)
    if (texts === undefined || begun === undefined)
      return fail({ code: 'unknown-remark', detail: `${at(line, 0)} ${kind}` })
    texts.set(id, kind === statement ? 'none' : begun + text)
  }
  const of = (kind: string) => Object.fromEntries(read.get(kind) ?? [])
  return ok({ statements: of(statement), remarks: of(remark), notes: of(note) })
}
