import { describe, expect, it } from 'vitest'
import { proposePlans } from '../../../../../shared/steps/sheets/columns/propose-plan.ts'
import { readWorkbook } from '../../../../../shared/steps/sheets/file/read-workbook.ts'
import { registers } from '../../../../fixtures/catalogue.ts'
import { rawWorkbook } from '../../../../fixtures/sheets/ugly-files.ts'

/* Files of some kilobytes that would cost minutes and gigabytes where they were believed (attack.md, row 10). */

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const heads = ['收到日期', '方式', '申请人类别']
const line = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const list = `${line(heads)}${line(['2024-03-05', '网络', '自然人'])}`
const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const row = (r: number, texts: readonly string[]): string =>
  `<row r="${r}">${texts.map((text, i) => cell(`${'ABC'[i]}${r}`, text)).join('')}</row>`
const sheet = (rows: string, before = '', behind = ''): Uint8Array =>
  rawWorkbook(
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${before}<sheetData>${row(1, heads)}${rows}</sheetData>${behind}</worksheet>`,
  )
const merges = (range: (i: number) => string, count: number): string =>
  `<mergeCells>${Array.from({ length: count }, (_, i) => `<mergeCell ref="${range(i)}"/>`).join('')}</mergeCells>`
const xml = (body: string): Uint8Array =>
  utf8(
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table><Row><Cell><Data ss:Type="String">收到日期</Data></Cell></Row>${body}</Table></Worksheet></Workbook>`,
  )

describe('H6: a file that names places which no sheet has, or more than a list holds', () => {
  it.each<[string, Uint8Array, string]>([
    ['row 2 000 000 000', sheet(`<row r="2000000000">${cell('A2000000000', 'x')}</row>`), 'unpacks-too-large'],
    ['a hidden row of that number', sheet('<row r="2000000000" hidden="1"/>'), 'unpacks-too-large'],
    ['column ZZZZZZ', sheet(`<row r="2">${cell('ZZZZZZ2', 'x')}</row>`), 'unpacks-too-large'],
    [
      'columns up to 2 000 000 000',
      sheet('', '<cols><col min="1" max="2000000000" hidden="1"/></cols>'),
      'unpacks-too-large',
    ],
    [
      '20,000 merges over all rows',
      sheet(
        '',
        '',
        merges(() => 'A1:XFD1048576', 20_000),
      ),
      'unpacks-too-large',
    ],
    [
      '20,000 merges that overlap',
      sheet(
        '',
        '',
        merges((i) => `A${i + 2}:A20000`, 20_000),
      ),
      'unpacks-too-large',
    ],
    ['a jump to row 2 000 000 000 in XML 2003', xml('<Row ss:Index="2000000000"/>'), 'unpacks-too-large'],
    ['a jump over 2 000 000 000 cells', xml('<Row><Cell ss:Index="2000000000"/></Row>'), 'unpacks-too-large'],
    ['a merge over them', xml('<Row><Cell ss:MergeAcross="2" ss:MergeDown="2000000000"/></Row>'), 'unpacks-too-large'],
    ['100,000 tables inside each other', utf8('<table><tr><td>'.repeat(100_000)), 'too-many-sheets'],
    ['20,000 tables', utf8(`<html>${`<table>${list}</table>`.repeat(20_000)}`), 'too-many-sheets'],
    ['tags deeper than a page', utf8(`<html>${'<div>'.repeat(50_000)}`), 'damaged'],
  ])('%s is refused before it is read', async (_name, bytes, code) => {
    expect(await readWorkbook(bytes)).toEqual({ ok: false, problem: { code } })
  })

  it.each<[string, Uint8Array]>([
    [
      'a colspan and a rowspan of 1 000 000 000',
      utf8(`<table>${list}${'<tr><td colspan=1000000000 rowspan=1000000000>a</td></tr>'.repeat(2000)}</table>`),
    ],
    [
      '20,000 merges in the same place',
      sheet(
        row(2, ['2024-03-05', '网络', '自然人']),
        '',
        merges(() => 'A3:KN29', 20_000),
      ),
    ],
  ])('%s is read in no time', async (_name, bytes) => {
    const tables = await readWorkbook(bytes)
    if (!tables.ok) throw new Error(tables.problem.code)
    for (const register of registers) expect(proposePlans(register, tables.value).length).toBeGreaterThan(0)
  })
})
