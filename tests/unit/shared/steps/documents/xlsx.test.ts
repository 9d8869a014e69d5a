import { crc32 } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { read, utils, type WorkBook, type WorkSheet, write } from 'xlsx'
import { reportFromXlsx } from '../../../../../shared/steps/documents/from-xlsx.ts'
import { reportXlsx } from '../../../../../shared/steps/documents/to-xlsx.ts'
import { xlsxProblemText } from '../../../../../shared/wording/xlsx-problem.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { rawZip } from '../../../../fixtures/raw-zip.ts'
import { keyOf, readFixture, withCells } from '../../../../fixtures/read-fixture.ts'

const { form, report } = readFixture('xiaochang-2020')
const exported = reportXlsx(form, report)

const sheetOf = (book: WorkBook, name: string): WorkSheet => {
  const sheet = book.Sheets[name]
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

/** The exported workbook after somebody changed it in Excel. */
function edited(edit: (book: WorkBook) => void): Uint8Array {
  const book = read(exported.slice(), { type: 'array' })
  edit(book)
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx' })
  return new Uint8Array(bytes)
}

/** The place of a label in a sheet: B7. */
const find = (sheet: WorkSheet, label: string): string =>
  Object.keys(sheet).find((at) => sheet[at]?.v === label) ?? `no ${label}`

describe('reportXlsx()', () => {
  it('lays a sheet out as the printed form, with its merges', () => {
    const sheet = sheetOf(read(exported.slice(), { type: 'array' }), '表三')
    expect(sheet.A1?.v).toBe('三、收到和处理政府信息公开申请情况')
    expect(sheet.D3?.v).toBe('自然人')
    expect(sheet.A7?.v).toBe('三、本年度办理结果')
    expect(sheet.D5?.v).toBe(28)
    expect(sheet.E5).toBeUndefined()
    const merges = (sheet['!merges'] ?? []).map((range) => utils.encode_range(range))
    expect(merges).toEqual(expect.arrayContaining(['A1:J1', 'A2:C4', 'D2:J2', 'A7:A26', 'D3:D4', 'E3:I3']))
  })

  it('writes the same bytes for the same report, and a unit code as text', () => {
    expect(reportXlsx(form, report)).toEqual(exported)
    const cover = sheetOf(read(exported.slice(), { type: 'array' }), '封面')
    expect(cover.B5).toMatchObject({ t: 's', v: '420921000000' })
  })
})

describe('reportFromXlsx()', () => {
  it('reads back what was exported', async () => {
    expect(await reportFromXlsx(exported, forms)).toEqual({ ok: true, value: report })
  })

  it('brings texts back that are longer than a cell, to the character', async () => {
    const long = (of: string) => `𠮷${of.repeat(40_000)}`
    const [table = ''] = form.tables.map(({ id }) => id)
    const typed = {
      ...report,
      notes: { [table]: long('_x000D_'), [form.tables[1]?.id ?? '']: '短' },
      narrative: { ...report.narrative, overview: long('_x0041_') },
    }
    expect(await reportFromXlsx(reportXlsx(form, typed), forms)).toEqual({ ok: true, value: typed })
  })

  it('is written whatever stands in the cells', async () => {
    const bad = '\u0001\ufffe_x0041_'.repeat(20_000)
    const typed = {
      ...withCells(report, { 'requests.granted.person': `2件${bad}` }),
      unit: { code: bad, name: bad },
      supplement: { ...report.supplement, 'question.hours': bad },
    }
    const book = read(reportXlsx(form, typed), { type: 'array' })
    const texts = Object.values(sheetOf(book, '表三')).map((cell) => String(cell.v))
    expect(texts.some((text) => /^2件_x0041_.*…$/.test(text))).toBe(true)
  })

  it('refuses a line that goes on with no line above it', async () => {
    const bytes = edited((book) =>
      utils.sheet_add_aoa(sheetOf(book, '说明'), [['接上一行', 'x', '甲', '']], { origin: 'A2' }),
    )
    expect(await reportFromXlsx(bytes, forms)).toMatchObject({ ok: false, problem: { code: 'unknown-remark' } })
  })

  it('reads edited cells: numbers, texts, numbers as text, emptied cells, formulas', async () => {
    const bytes = edited((book) => {
      const sheet = sheetOf(book, '表三')
      sheet.D5 = { t: 'n', v: 30 }
      sheet.E5 = { t: 's', v: '20件' }
      sheet.F5 = { t: 's', v: '１２' }
      sheet.J5 = { t: 'n', v: 62, f: 'SUM(D5:I5)' }
      delete sheet.D6
    })
    const result = await reportFromXlsx(bytes, forms)
    if (!result.ok) throw new Error(result.problem.code)
    const at = (key: string) => result.value.cells[keyOf(form, key)]
    expect(['person', 'company', 'research', 'total'].map((column) => at(`requests.received.${column}`))).toEqual([
      30,
      '20件',
      12,
      62,
    ])
    expect(at('requests.carriedIn.person')).toBeNull()
  })

  it('keeps money exact', async () => {
    const sheet = sheetOf(read(exported.slice(), { type: 'array' }), '表二')
    const place = Object.keys(sheet).find((at) => sheet[at]?.v === 1592) ?? ''
    const result = await reportFromXlsx(
      edited((book) => (sheetOf(book, '表二')[place] = { t: 'n', v: 0.1 + 0.2 })),
      forms,
    )
    expect(result.ok && result.value.cells[keyOf(form, 'disclosure.procurement.amount')]).toBe('0.3')
  })

  it.each<[number, string, string]>([
    [125000, '0"."0,"万元"', '12.5'],
    [125400, '0!.0,"万元"', '12.54'],
    [125000, '0"元"', '12.5'],
    [12.5, '0.0"万元"', '12.5'],
    [12.5, '#,##0.00', '12.5'],
    [125000, '#,##0,', '125（125000）'],
    [0.25, '0%', '25%'],
  ])('H18: reads %d in the format %s as the amount that it shows: %s', async (v, z, amount) => {
    const sheet = sheetOf(read(exported.slice(), { type: 'array' }), '表二')
    const place = Object.keys(sheet).find((at) => sheet[at]?.v === 1592) ?? ''
    const result = await reportFromXlsx(
      edited((book) => (sheetOf(book, '表二')[place] = { t: 'n', v, z })),
      forms,
    )
    expect(result.ok && result.value.cells[keyOf(form, 'disclosure.procurement.amount')]).toBe(amount)
  })

  it.each<[string, (book: WorkBook) => void, object]>([
    [
      'a row that was inserted',
      (book) => utils.sheet_add_aoa(sheetOf(book, '表四'), [['x']], { origin: 'A2' }),
      { code: 'moved-label', sheet: '表四', at: 'A2', expected: '行政复议', found: 'x' },
    ],
    [
      'a label that was deleted',
      (book) => delete sheetOf(book, '表三').A6,
      { code: 'moved-label', sheet: '表三', at: 'A6', found: '' },
    ],
    [
      'a sheet that was deleted',
      (book) => book.SheetNames.splice(book.SheetNames.indexOf('表四'), 1),
      { code: 'missing-sheet', detail: '表四' },
    ],
    ['a cover without our title', (book) => (sheetOf(book, '封面').A1 = { t: 's', v: '目录' }), { code: 'not-ours' }],
    [
      'another form',
      (book) => (sheetOf(book, '封面').B2 = { t: 's', v: '2035' }),
      { code: 'unknown-form', detail: '2035' },
    ],
    [
      'a year in words',
      (book) => (sheetOf(book, '封面').B3 = { t: 's', v: '二〇二〇' }),
      { code: 'bad-year', detail: '二〇二〇' },
    ],
    [
      'a shifted supplement',
      (book) => (sheetOf(book, '补充数字').B2 = { t: 's', v: '培训' }),
      { code: 'moved-label', sheet: '补充数字', at: 'B2' },
    ],
    [
      'an unknown supplement figure',
      (book) => (sheetOf(book, '补充数字').A2 = { t: 's', v: 'visitors' }),
      { code: 'report', problem: { code: 'unknown-supplement', detail: 'visitors' } },
    ],
    [
      'a text without its end',
      (book) => delete sheetOf(book, '文字').A5,
      { code: 'moved-label', sheet: '文字', expected: '（完）' },
    ],
  ])('names %s', async (_what, edit, problem) => {
    const result = await reportFromXlsx(edited(edit), forms)
    expect(result).toMatchObject({ ok: false, problem })
    expect(result.ok ? '' : xlsxProblemText(result.problem)).toMatch(/。$/)
  })

  it('reads a date that the spreadsheet made its own', async () => {
    const result = await reportFromXlsx(
      edited((book) => (sheetOf(book, '封面').B8 = { t: 'n', v: 44225, z: 'yyyy/m/d' })),
      forms,
    )
    expect(result.ok && result.value.presentation.signOff?.date).toBe('2021-01-29')
  })

  it('refuses what is no workbook, before it is unpacked', async () => {
    const zeros = new Uint8Array(101 * 1024 * 1024)
    const codeOf = async (bytes: Uint8Array) => {
      const result = await reportFromXlsx(bytes, forms)
      return result.ok ? 'ok' : result.problem.code
    }
    expect(await codeOf(new Uint8Array())).toBe('not-a-workbook')
    expect(await codeOf(new TextEncoder().encode('year,form'))).toBe('not-a-workbook')
    expect(await codeOf(exported.slice(0, 5000))).toBe('not-a-workbook')
    expect(await codeOf(zipSync({ 'manifest.json': new Uint8Array(3) }))).toBe('not-a-workbook')
    expect(await codeOf(new Uint8Array(21 * 1024 * 1024))).toBe('too-large')
    const bomb = rawZip([
      { name: 'xl/workbook.xml', content: new Uint8Array(10) },
      { name: 'xl/worksheets/sheet1.xml', content: zeros, crc: crc32(zeros) },
    ])
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024)
    expect(await codeOf(bomb)).toBe('too-large')
  })

  it('finds a workbook of somebody else’s not ours', async () => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([['姓名', '电话']]), 'Sheet1')
    const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx' })
    expect(await reportFromXlsx(new Uint8Array(bytes), forms)).toEqual({ ok: false, problem: { code: 'not-ours' } })
    expect(find(sheetOf(book, 'Sheet1'), '姓名')).toBe('A1')
  })
})
