import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../../../electron/cli/run.ts'
import { book, head, plain, sheetOf, utf8 } from '../../../fixtures/sheets/office-sheets.ts'

const cli = fileURLToPath(new URL('../../../../electron/cli.ts', import.meta.url))
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ogi-sheet-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function put(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  return file
}

/** What the program prints, without starting a process. */
async function sheet(bytes: Uint8Array, ...more: string[]) {
  const { stdout, stderr, exit } = await run(['sheet', put('list', bytes), '--register', 'requests', ...more])
  const lines = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
  return { exit, stderr, rows: lines.slice(0, -1), summary: lines.at(-1)?.summary }
}

describe('H33: ogi sheet', () => {
  it('prints each row as a line and then a summary, as a process; exit 0 where nothing is to be asked', () => {
    const file = put('plain.xlsx', book({ 台账: sheetOf([head, plain('2024-03-05'), plain('2024-03-06')]) }))
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'sheet', file, '--register', 'requests'], {
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const row = (at: number, day: string) => ({
      sheet: '台账',
      row: at,
      fields: { arrived: day, way: 'online', applicant: 'person', organ: '财政局' },
      personal: {},
      stages: [],
      flaws: [],
      like: null,
    })
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      row(2, '2024-03-05'),
      row(3, '2024-03-06'),
      { summary: { rows: 2, passedOver: [], notes: [], questions: [] } },
    ])
  }, 60_000)

  it('shows what names a person only where that is asked for', async () => {
    const bytes = utf8(
      '收到日期,方式,申请人类别,申请人,申请内容,答复日期,办理结果\n2024-3-5,网络,自然人,慕容秋白,低保名册,2024-3-9,已答\n',
    )
    const masked = await sheet(bytes)
    expect(masked.rows[0].personal).toEqual({ name: '慕***', subject: '***', leftover: '***' })
    expect(JSON.stringify(masked)).not.toMatch(/慕容|低保/)
    const shown = await sheet(bytes, '--show-personal')
    expect(shown.rows[0].personal).toEqual({
      name: '慕容秋白',
      subject: '低保名册',
      leftover: '答复日期 2024-3-9\n办理结果 已答',
    })
  })

  it('says what is flawed, passed over, told and asked; exit 1', async () => {
    const rows = [
      [...head, '备忘', '办理结果'],
      [...plain('2024-03-05'), '甲', '已答复'],
      [...plain('3月40日'), null, null],
      [...plain('2024-03-05'), null, null],
      ['合计', '3件'],
      [null, null, null, null, '另有两件见附页'],
    ]
    const hidden = { '!rows': [{}, {}, { hidden: true }] }
    const { exit, rows: read, summary } = await sheet(book({ 台账: sheetOf(rows, hidden), 往年: sheetOf([head]) }))
    expect(exit).toBe(1)
    expect(read.map(({ flaws, like }) => [flaws, like])).toEqual([
      [
        [
          { column: 'decision.date', code: 'missing' },
          { column: 'decision.outcome', code: 'unknown-choice' },
        ],
        null,
      ],
      [[{ column: 'arrived', code: 'unreadable' }], null],
      [[], null],
    ])
    expect(summary).toEqual({
      rows: 3,
      passedOver: [
        { sheet: '台账', row: 5, why: 'sum' },
        { sheet: '台账', row: 6, why: 'outside' },
      ],
      notes: [
        { code: 'hidden-row', detail: '台账!3' },
        { code: 'left-out', detail: '台账!6' },
        { code: 'unread-sheet', detail: '往年' },
      ],
      questions: [
        { code: 'unknown-column', column: '备忘', value: '' },
        { code: 'unknown-choice', column: 'decision.outcome', value: '已答复' },
      ],
    })
  })

  it('a day without a year is of the year that is given', async () => {
    const bytes = utf8('收到日期,方式,申请人类别\n5月8日,网络,自然人\n')
    expect((await sheet(bytes, '--year', '2023')).rows[0].fields.arrived).toBe('2023-05-08')
  })

  it('refuses what is no sheet, no register and no year, with words; exit 2', async () => {
    const list = utf8('收到日期,方式\n2024-3-5,网络\n')
    const refused = async (bytes: Uint8Array, ...more: string[]) => {
      const { exit, stderr, summary } = await sheet(bytes, ...more)
      expect([exit, summary]).toEqual([2, undefined])
      return stderr
    }
    expect(await refused(utf8('甲,乙\n1,2\n'))).toContain('no-heading')
    expect(await refused(utf8('%PDF-1.7'))).toContain('is no usable sheet: pdf')
    expect(await refused(list, '--year', '24')).toContain('not a year')
    const { exit, stderr } = await run(['sheet', put('list', list), '--register', 'letters'])
    expect([exit, stderr]).toEqual([2, expect.stringContaining('requests, ')])
    expect((await run(['sheet', put('list', list)])).stderr).toContain('--register ID is missing')
    expect((await run(['check', put('list', list), '--show-personal'])).stderr).toContain('takes no --show-personal')
  })
})
