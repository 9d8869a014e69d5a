import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../../../electron/cli/run.ts'
import type { CellValue, Report } from '../../../../shared/model/report/report.ts'
import { reportText } from '../../../../shared/model/report/report-json.ts'
import { sampleKeys } from '../../../../shared/sample/sample-keys.ts'
import { formOf, readFixture, withCells } from '../../../fixtures/read-fixture.ts'
import { submissionBytes } from '../../../fixtures/submission-bytes.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const fixture = (name: string) => path.join(root, 'tests/fixtures', `${name}.json`)
const { report } = readFixture('xiaochang-2020')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ogi-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the program prints, without starting a process. */
async function ogi(...args: string[]): Promise<{ exit: number; lines: string[]; stderr: string }> {
  const { stdout, stderr, exit } = await run(args)
  return { exit, lines: stdout.split('\n').filter((line) => line !== ''), stderr }
}

const inFolder = (name: string): string => path.join(folder, name)

function put(name: string, content: Report | Uint8Array | string): string {
  const file = path.join(folder, name)
  const isText = typeof content === 'string' || content instanceof Uint8Array
  writeFileSync(file, isText ? content : reportText(formOf(content.form), content))
  return file
}

const cellsIn = (file: string): Record<string, CellValue> =>
  JSON.parse(readFileSync(path.join(folder, file), 'utf8')).cells

describe('ogi check', () => {
  it('is silent on a right report, and prints each broken rule of a wrong one as a line', async () => {
    expect(await ogi('check', fixture('xiaochang-2020'))).toEqual({ exit: 0, lines: [], stderr: '' })
    const { exit, lines } = await ogi('check', put('wrong.json', withCells(report, { 'disputes.direct.total': 3 })))
    expect(exit).toBe(1)
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        rule: 'dispute-sum',
        severity: 'error',
        cells: ['total', 'upheld', 'corrected', 'other', 'pending'].map((key) => `disputes.direct.${key}`),
        message: expect.stringContaining('未经复议直接起诉'),
        expected: 2,
        actual: 3,
      },
    ])
  })

  it('compares with last year: warnings alone are exit 0, and name the cells of a table', async () => {
    const last = put('last.json', { ...report, year: 2019 })
    const { exit, lines } = await ogi('check', fixture('xiaochang-2020'), '--last', last)
    expect(exit).toBe(0)
    const same = lines.map((line) => JSON.parse(line)).find(({ rule }) => rule === 'same-as-last-year')
    expect(same.cells).toContain('disclosure.licence.decisions')
  })

  it('refuses last year’s report of another unit or year, and what is no report', async () => {
    const here = fixture('xiaochang-2020')
    const other = put('other.json', { ...report, year: 2019, unit: { code: '420922000000', name: '大悟县' } })
    const byName = put('by-name.json', { ...report, year: 2019, unit: { code: '', name: '大悟县' } })
    for (const last of [other, byName, here]) {
      const { exit, lines, stderr } = await ogi('check', here, '--last', last)
      expect({ exit, lines }).toEqual({ exit: 2, lines: [] })
      expect(stderr).toMatch(/^ogi: --last is (of|for)/)
    }
    const named = put('named.json', { ...report, year: 2019, unit: { code: '', name: report.unit.name } })
    expect((await ogi('check', here, '--last', named)).exit).toBe(0)
    expect((await ogi('check', put('bad.json', '{"form": "2021"}'))).stderr).toContain('not-a-report')
    expect((await ogi('check', inFolder('none.json'))).exit).toBe(2)
  })
})

describe('ogi aggregate', () => {
  it('adds reports, submissions and own figures', async () => {
    const cells = { 'requests.received.person': 4, 'requests.received.total': 4 }
    const a = put('a.json', withCells({ ...report, unit: { code: '1', name: '花园镇' } }, {}))
    const b = put('b.ogi', await submissionBytes({ code: '2', name: '周巷镇', cells }))
    const { exit, stderr } = await ogi('aggregate', a, b, '--out', inFolder('sum.json'))
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expect(cellsIn('sum.json')['requests.received.total']).toBe(32)
    expect(cellsIn('sum.json')['disclosure.procurement.amount']).toBe('1592')
    expect(JSON.parse(readFileSync(path.join(folder, 'sum.json'), 'utf8')).unit).toEqual({ code: '', name: '汇总' })
    expect((await ogi('aggregate', a, '--own', fixture('xiaochang-2020'), '--out', inFolder('own.json'))).exit).toBe(0)
    const own = JSON.parse(readFileSync(path.join(folder, 'own.json'), 'utf8'))
    expect(own.unit).toEqual(report.unit)
    expect(own.cells['requests.received.total']).toBe(56)
  })

  it('names the unit whose figure could not be added', async () => {
    const a = put(
      'c.json',
      withCells({ ...report, unit: { code: '1', name: '花园镇' } }, { 'disputes.review.other': '2件' }),
    )
    const { exit, lines } = await ogi('aggregate', a, '--out', inFolder('part.json'))
    expect(exit).toBe(0)
    const [first] = lines.map((line) => JSON.parse(line))
    expect(first).toMatchObject({ rule: 'value', cells: ['disputes.review.other'], actual: '2件' })
    expect(first.message).toMatch(/^花园镇：/)
    expect(cellsIn('part.json')['disputes.review.other']).toBeNull()
  })

  it('refuses reports of two years and writes nothing', async () => {
    const { exit, lines } = await ogi(
      'aggregate',
      fixture('xiaochang-2020'),
      fixture('huaian-2024'),
      '--out',
      inFolder('two.json'),
    )
    expect({ exit, lines }).toEqual({ exit: 2, lines: [] })
    expect(existsSync(path.join(folder, 'two.json'))).toBe(false)
  })
})

describe('ogi export', () => {
  it('goes through a workbook without loss, and leaves nothing beside the file', async () => {
    expect((await ogi('export', fixture('huaian-2024'), '--out', inFolder('h.xlsx'))).exit).toBe(0)
    expect((await ogi('export', inFolder('h.xlsx'), '--out', inFolder('h.json'))).exit).toBe(0)
    expect(readFileSync(path.join(folder, 'h.json'), 'utf8')).toBe(
      reportText(formOf('2021'), readFixture('huaian-2024').report),
    )
    expect((await ogi('export', inFolder('h.json'), '--out', inFolder('h.csv'))).exit).toBe(0)
    expect(readFileSync(path.join(folder, 'h.csv'), 'utf8').split('\r\n')).toHaveLength(202)
    expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([])
  })

  it('refuses what it cannot write yet', async () => {
    const { exit, stderr } = await ogi('export', fixture('huaian-2024'), '--out', inFolder('h.docx'))
    expect(exit).toBe(2)
    expect(stderr).toContain('not supported yet')
    expect(existsSync(path.join(folder, 'h.docx'))).toBe(false)
  })
})

describe('ogi inspect', () => {
  it('shows the cover of a submission and says what is wrong with a broken one', async () => {
    const bytes = await submissionBytes({ code: '2', name: '周巷镇' })
    const good = await ogi('inspect', put('good.ogi', bytes))
    expect(good.exit).toBe(0)
    expect(JSON.parse(good.lines.join('\n'))).toMatchObject({
      manifest: { unit: { code: '2' } },
      signer: sampleKeys('2').signer,
      sealed: 'none',
      verdict: 'ok',
    })
    const broken = await ogi('inspect', put('broken.ogi', bytes.slice(0, 200)))
    expect(broken.exit).toBe(2)
    expect(JSON.parse(broken.lines.join('\n'))).toMatchObject({ manifest: null, signer: null })
    expect(JSON.parse(broken.lines.join('\n')).verdict).not.toBe('ok')
  })
})

describe('the program', () => {
  it('starts without a build step, prints lines and sets its exit code', () => {
    const call = (...args: string[]) =>
      spawnSync(process.execPath, [path.join(root, 'electron/cli.ts'), ...args], { cwd: folder, encoding: 'utf8' })
    put('started.json', withCells(report, { 'disputes.direct.total': 3 }))
    const found = call('check', 'started.json')
    expect([found.status, found.stdout.split('\n').length, found.stderr]).toEqual([1, 2, ''])
    const refused = call('check', 'nothing.json')
    expect([refused.status, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toMatch(/^ogi: cannot read nothing.json/)
  }, 120_000)
})
