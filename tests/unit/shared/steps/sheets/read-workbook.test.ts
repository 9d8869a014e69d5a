import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { knownRegister } from '../../../../../shared/catalogue/catalogue.ts'
import { planOf, proposePlans } from '../../../../../shared/steps/sheets/columns/propose-plan.ts'
import { readWorkbook } from '../../../../../shared/steps/sheets/file/read-workbook.ts'
import { unpackWorkbook } from '../../../../../shared/steps/sheets/file/unpack-workbook.ts'
import { checkRows } from '../../../../../shared/steps/sheets/rows/check-rows.ts'
import { sheetLimits } from '../../../../../shared/steps/sheets/sheet-problem.ts'
import { registers } from '../../../../fixtures/catalogue.ts'
import { sheetFile, workbookOf } from '../../../../fixtures/sheets/sheet-files.ts'
import { expectedFields, expectedStages, listed } from '../../../../fixtures/sheets/sheet-rows.ts'
import {
  absurdDimension,
  emptyTail,
  longWorkbook,
  lying,
  rawWorkbook,
  zipBomb,
} from '../../../../fixtures/sheets/ugly-files.ts'

const requests = knownRegister(registers, 'requests')

/** The rows of a file as the register would take them, by its own headings alone. */
async function read(bytes: Uint8Array) {
  const tables = await readWorkbook(bytes)
  if (!tables.ok) throw new Error(tables.problem.code)
  const [plan] = proposePlans(requests, tables.value)
  if (plan === undefined) throw new Error('no sheet')
  const checked = await checkRows(requests, tables.value, planOf(plan), {
    anchor: '2025-12-31',
    today: '2026-01-20',
    linked: () => null,
  })
  if (!checked.ok) throw new Error(checked.problem.code)
  return { plan, ...checked.value }
}

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const result = await readWorkbook(bytes)
  return result.ok ? 'ok' : result.problem.code
}

describe('files that offices have', () => {
  it.each(['list.xls', 'dates-1904.xlsx', 'merged-heads.xlsx', 'list-gb18030.csv'])(
    '%s gives every field of every row',
    async (name) => {
      const { rows, plan } = await read(sheetFile(name))
      expect(rows.map(({ fields }) => fields)).toEqual(expectedFields)
      expect(rows.map(({ stages }) => stages)).toEqual(expectedStages)
      expect(rows.map(({ personal }) => personal.phone)).toEqual(listed.map(({ phone }) => phone))
      expect(rows.map(({ personal }) => personal.subject)).toEqual(listed.map(({ subject }) => subject))
      expect(rows.flatMap(({ flaws }) => flaws)).toEqual([])
      expect(plan.sheetNames).toEqual([name.endsWith('.csv') ? '' : '登记表'])
    },
  )

  it('reads a character that only GB18030 has', async () => {
    const { rows } = await read(sheetFile('list-gb18030.csv'))
    expect(rows[0]?.personal.name).toBe('慕容㐖白')
  })

  it('H5: passes over the row of sums, and names rows as the file numbers them', async () => {
    const { rows, passedOver } = await read(sheetFile('list.xls'))
    expect(rows.map(({ row }) => row)).toEqual([4, 5, 6, 7])
    expect(passedOver).toEqual([{ sheet: '', row: 8, why: 'sum' }])
  })

  it('H3: reads days however they are written, and says which can’t be read', async () => {
    const { rows } = await read(sheetFile('dates-mixed.xlsx'))
    const arrived = rows.map(({ fields }) => fields.arrived)
    expect(arrived.slice(0, 11)).toEqual(Array.from({ length: 11 }, () => '2025-03-15'))
    expect(arrived.slice(11)).toEqual(['3.1', '2025年3月40日', '三月中旬'])
    expect(rows.slice(11).map(({ flaws }) => flaws)).toEqual([
      [{ column: 'arrived', code: 'unclear-day', text: '3.1' }],
      [{ column: 'arrived', code: 'no-such-day', text: '2025年3月40日' }],
      [{ column: 'arrived', code: 'unreadable', text: '三月中旬' }],
    ])
  })

  it('reads a web page that a web system hands out as .xls, without taking its texts for numbers', async () => {
    const html = `<html><head><meta charset="utf-8"></head><body><table><tr><th>收到日期</th><th>方式</th><th>申请人类别</th><th>编号</th></tr>
      <tr><td>2025-3-15</td><td>网络</td><td>自然人</td><td>00123</td></tr></table></body></html>`
    const { rows } = await read(strToU8(html))
    expect(rows.map(({ fields }) => fields)).toEqual([
      { arrived: '2025-03-15', way: 'online', applicant: 'person', number: '00123' },
    ])
  })

  it('is not misled by a sheet that says it has every row and column there is', async () => {
    const { rows } = await read(absurdDimension())
    expect(rows).toHaveLength(1)
  })

  it('reads past formatted rows without anything in them', async () => {
    expect((await read(emptyTail())).rows).toHaveLength(1)
  })
})

describe('files that are refused', () => {
  it.each([
    ['password.xlsx', 'encrypted'],
    ['password.xls', 'encrypted'],
    ['renamed-pdf.xlsx', 'pdf'],
  ])('%s: %s', async (name, code) => expect(await codeOf(sheetFile(name))).toBe(code))

  it('H6: 100,001 rows, before they are read', async () => {
    const bytes = longWorkbook()
    const result = await readWorkbook(bytes)
    expect(result).toEqual({ ok: false, problem: { code: 'too-many-rows', rows: 100_002 } })
    // Told from the rows that it counts while unpacking: no cell has been made.
    expect(await unpackWorkbook(bytes)).toEqual(result)
  }, 120_000)

  it('H6: 20,001 rows, and takes 20,000', async () => {
    const rows = (count: number) =>
      workbookOf([['收到日期', '方式'], ...Array.from({ length: count }, () => ['2025-03-15', '网络'])])
    await expect(read(rows(sheetLimits.rows + 1))).rejects.toThrow('too-many-rows')
    expect((await read(rows(sheetLimits.rows))).rows).toHaveLength(sheetLimits.rows)
  })

  it('H6: what unpacks to far more than it is, also where its list of contents lies', async () => {
    const bomb = zipBomb()
    expect(bomb.length).toBeLessThan(2_000_000)
    for (const bytes of [bomb, lying(bomb)]) {
      expect(await codeOf(bytes)).toBe('unpacks-too-large')
    }
  }, 120_000)

  it('H6: more than 30 MB, whatever is in it', async () =>
    expect(await codeOf(new Uint8Array(sheetLimits.file + 1))).toBe('too-large'))

  it('H6: a cell longer than an entry may hold, and too many columns', async () => {
    expect(await codeOf(workbookOf([['收到日期'], ['字'.repeat(20_001)]]))).toBe('cell-too-long')
    expect(await codeOf(workbookOf([Array.from({ length: 400 }, (_, i) => `列${i}`)]))).toBe('too-wide')
  })

  it('H7: nothing in it, something else in it, half of it', async () => {
    expect(await codeOf(new Uint8Array())).toBe('empty')
    expect(await codeOf(workbookOf([[]]))).toBe('empty')
    expect(await codeOf(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('word')
    expect(await codeOf(zipSync({ 'manifest.json': strToU8('{}') }))).toBe('package')
    expect(await codeOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('not-a-sheet')
    expect(await codeOf(new Uint8Array([1, 0, 2, 0, 3]))).toBe('not-a-sheet')
    const whole = workbookOf([
      ['收到日期', '方式'],
      ['2025-03-15', '网络'],
    ])
    expect(await codeOf(whole.slice(0, whole.length / 2))).toBe('damaged')
    const xls = sheetFile('list.xls')
    expect(['damaged', 'not-a-sheet']).toContain(await codeOf(xls.slice(0, 600)))
    expect(await codeOf(rawWorkbook('<worksheet'))).toBe('empty')
  })
})

describe('headings', () => {
  it('are found in no register where a file has none', async () => {
    const tables = await readWorkbook(
      workbookOf([
        ['甲', '乙'],
        ['1', '2'],
      ]),
    )
    if (!tables.ok) throw new Error(tables.problem.code)
    for (const register of registers) {
      expect(proposePlans(register, tables.value)[0]).toMatchObject({ hasHead: false, recognised: 0 })
    }
  })
})
