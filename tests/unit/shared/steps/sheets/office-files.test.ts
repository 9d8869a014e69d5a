import { describe, expect, it } from 'vitest'
import { type CellObject, write } from 'xlsx'
import { formatCsv } from '../../../../../shared/steps/sheets/file/parse-csv.ts'
import { shownNumber } from '../../../../../shared/steps/sheets/file/shown-number.ts'
import {
  arrived,
  book,
  head,
  plain,
  type Row,
  readSheet,
  sheetOf,
  utf8,
} from '../../../../fixtures/sheets/office-sheets.ts'

/*
 * Kinds of sheets that offices have and that other programs write. What is asserted first is that no row is lost and no
 * figure is wrong without a word.
 */

describe('H18: what only the format shows', () => {
  it.each([
    [1, '"花信〔2024〕"000"号"', '花信〔2024〕001号'],
    [125000, '0"."0,"万元"', '12.5万元'],
    [125000, '0!.0,"万元"', '12.5万元'],
    [12.5, '0.0"万元"', '12.5万元'],
    [20, '0"件"', '20件'],
    [0.25, '0%', '25%'],
    [1234.5, '#,##0.00', null],
    [1234.5, '¥#,##0.00;[Red]-¥#,##0.00', null],
    [7, 'General', null],
  ])('%d as %s is %s', (value, format, shown) => expect(shownNumber(value, format)).toBe(shown))

  it('is what a text keeps, and what an amount is read by', async () => {
    const rows: Row[] = [
      ['收到日期', '方式', '申请人类别', '编号', '收费金额', '收费日期'],
      [45356, '网络', '自然人', 1, 2, 45360],
    ]
    const sheet = sheetOf(
      rows,
      {},
      {
        A2: { t: 'n', v: 45356, z: 'yyyy/m/d' },
        D2: { t: 'n', v: 1, z: '"花信〔2024〕"000"号"' },
        E2: { t: 'n', v: 30000, z: '0!.0,"万元"' },
        F2: { t: 'n', v: 45360, z: 'yyyy"年"m"月"d"日"' },
      },
    )
    const { rows: made, said } = await readSheet(book({ 台账: sheet }))
    expect(made[0]?.fields).toMatchObject({ arrived: '2024-03-05', number: '花信〔2024〕001号' })
    expect(made[0]?.stages).toMatchObject([{ kind: 'fee', date: '2024-03-09', amount: '30000' }])
    expect(said).toEqual([[]])
  })
})

describe('H19: numbers that a spreadsheet has broken', () => {
  it('are told; our own text files keep theirs', async () => {
    const csv = '收到日期,方式,申请人类别,身份证号,手机\n2024/3/5,网上,自然人,1.10101E+17,1.38E+10\n'
    expect((await readSheet(utf8(csv))).said).toEqual([['idNumber digits-lost', 'phone digits-lost']])
    const rows = [
      ['收到日期', '方式', '申请人类别', '身份证号', '手机'],
      ['2024-03-05', '网络', '自然人', '110101199001011234', '13900000001'],
    ]
    const own = formatCsv(rows)
    // A tab before them, so that Excel takes them for texts.
    expect(own).toContain('\t110101199001011234')
    expect((await readSheet(utf8(own))).rows[0]?.personal).toEqual({
      idNumber: '110101199001011234',
      phone: '13900000001',
    })
  })
})

describe('H20, H21: rows and sheets that are out of sight', () => {
  it('hidden rows are told from the others', async () => {
    const sheet = sheetOf([head, plain('2023-03-05'), plain('2024-03-05')], { '!rows': [{}, { hidden: true }, {}] })
    const { rows } = await readSheet(book({ 台账: sheet }))
    expect(rows.map(({ isHidden }) => isHidden)).toEqual([true, false])
  })

  it('one sheet for each month is read as one list, each row with its sheet; other lists are named', async () => {
    const month = (n: number) => sheetOf([[`${n}月台账`], head, plain(`2024-${n}-15`)])
    const other = sheetOf([
      ['收到日期', '方式', '备忘'],
      ['2024-5-1', '网络', '甲'],
    ])
    const found = await readSheet(
      book({ '1月': month(1), '2月': month(2), '3月': month(3), 往年: other, 说明: sheetOf([['填表说明']]) }),
    )
    expect(found.rows.map(({ sheet, row, fields }) => [sheet, row, fields.arrived])).toEqual([
      ['1月', 3, '2024-01-15'],
      ['2月', 3, '2024-02-15'],
      ['3月', 3, '2024-03-15'],
    ])
    expect(found.unread).toEqual(['往年'])
  })
})

describe('H22: a formula without its value, and a picture in a cell', () => {
  it('are told, and no blank', async () => {
    const sheet = sheetOf(
      [
        [...head, '答复文号'],
        [...plain('2024-03-05'), ''],
      ],
      {},
      {
        D2: { t: 'z', f: 'A2' } as CellObject,
        E2: { t: 's', v: '=DISPIMG("ID_1",1)' },
      },
    )
    const { said } = await readSheet(book({ 台账: sheet }))
    expect(said[0]).toContain('decision.documentNumber error-cell')
    expect(said[0]).toContain('organ error-cell')
  })
})

describe('a blank row among the first', () => {
  it('ends no list', async () => {
    const found = await readSheet(book({ 台账: sheetOf([head, plain('2024-03-05'), [], plain('2024-03-06')]) }))
    expect(arrived(found)).toEqual(['2024-03-05', '2024-03-06'])
  })
})

describe('H23, H24: text files', () => {
  const long = '申请公开以下材料：一、批文，二、定界图，三、方案，四、听证，五、公告，六、凭证，七、方案'
  it.each([',', '\t', ';', '，'])('parted by %j, with other marks in the texts', async (mark) => {
    const text = long.replaceAll(mark, '、')
    const lines = [
      ['收到日期', '方式', '申请人类别', '申请内容'],
      ['2024-03-05', '网上', '自然人', text],
      ['2024-03-06', '信函', '自然人', `${text}；八、其他`.replaceAll(mark, '、')],
    ]
    const found = await readSheet(utf8(`\uFEFF${lines.map((line) => line.join(mark)).join('\r\n')}\r\n`))
    expect(arrived(found)).toEqual(['2024-03-05', '2024-03-06'])
    expect(found.rows[0]?.personal.subject).toBe(text)
  })

  it('with a character cut in half keep all other rows, and mark that cell', async () => {
    const cut = (text: string, bytes: number[]) => [...Buffer.from(text), ...bytes, 0x0a]
    const utf = new Uint8Array([
      ...Buffer.from('收到日期,方式,申请人类别,申请内容\n'),
      ...cut('2024-03-05,网上,自然人,补偿', [0xe6, 0x96]),
      ...Buffer.from('2024-03-06,网上,自然人,预算\n'),
    ])
    const found = await readSheet(utf)
    expect(arrived(found)).toEqual(['2024-03-05', '2024-03-06'])
    expect(found.said).toEqual([['subject broken-text'], []])
  })
})

describe('H25: other formats', () => {
  it.each([
    ['Excel 4', new Uint8Array([0x09, 0x04, 0x06, 0x00, 0, 0, 0, 0])],
    ['Excel 3', new Uint8Array([0x09, 0x02, 0x06, 0x00, 0, 0, 0, 0])],
    [
      '.xlsb',
      new Uint8Array(write({ SheetNames: ['a'], Sheets: { a: sheetOf([head]) } }, { type: 'array', bookType: 'xlsb' })),
    ],
    [
      '.ods',
      new Uint8Array(write({ SheetNames: ['a'], Sheets: { a: sheetOf([head]) } }, { type: 'array', bookType: 'ods' })),
    ],
  ])('%s is to be saved as .xlsx', async (_name, bytes) =>
    expect((await readSheet(bytes)).problem).toBe('other-format'),
  )
})

describe('H31: web pages', () => {
  const line = (cells: string[], tag = 'td') => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  const rows = line(plain('2024-03-05').map(String)) + line(plain('2024-03-06').map(String))
  const page = (body: string) => utf8(`<html><head><meta charset="utf-8"></head><body>${body}</body></html>`)
  it.each([
    [
      'with a title in a table of its own',
      `<table><tr><td colspan="4"><table><tr><td>列表</td></tr></table></td></tr>${line(head)}${rows}</table>`,
    ],
    [
      'with a table in a cell',
      `<table>${line([...head, '附件'])}${line([...plain('2024-03-05').map(String), '<table><tr><td>附件1</td></tr></table>'])}${line(plain('2024-03-06').map(String))}</table>`,
    ],
    ['with head and rows as two tables', `<table>${line(head, 'th')}</table><div><table>${rows}</table></div>`],
    [
      'with a layout around',
      `<table><tr><td>菜单</td><td><table><thead>${line(head, 'th')}</thead><tbody>${rows}</tbody></table></td></tr></table>`,
    ],
    [
      'with what a browser would hide',
      `<style>td{}</style><table>${line(head)}${rows}</table><script>var a="<table>"</script>`,
    ],
  ])('%s give all rows', async (_name, body) => {
    const found = await readSheet(page(body))
    expect(arrived(found)).toEqual(['2024-03-05', '2024-03-06'])
    expect(found.said.flat()).toEqual([])
  })
})
