import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../../../electron/cli/run.ts'
import { formForYear } from '../../../../shared/catalogue/catalogue.ts'
import type { FormDefinition } from '../../../../shared/catalogue/forms/form-definition.ts'
import { emptyReport, reportText } from '../../../../shared/model/report/report-json.ts'
import { form2027, openWith2027 } from '../../../fixtures/catalogue.ts'
import { submissionBytes } from '../../../fixtures/submission-bytes.ts'

const { forms } = openWith2027()
const next = formForYear(forms, 2027)
if (next === null) throw new Error('no form')
const known = next

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ogi-form-'))
  put('form.json', JSON.stringify(form2027))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => path.join(folder, name)

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content)
  return at(name)
}

/** A report of 2027 in which two enterprises were refused for the new reason. */
function reportOf2027(name: string, cells: Readonly<Record<string, number>>): string {
  const report = emptyReport(known, 2027, { code: name, name })
  return put(`${name}.json`, reportText(known, { ...report, cells: { ...report.cells, ...cells } }))
}

const refusedTwo = {
  'requests.refused.infrastructure.company': 2,
  'requests.refused.infrastructure.total': 2,
  'requests.total.company': 2,
  'requests.total.total': 2,
  'requests.received.company': 2,
  'requests.received.total': 2,
}

const withForm = (...args: string[]) => run([...args, '--form', at('form.json')])
const json = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

describe('ogi with --form', () => {
  it('checks a report of that form, by its own rule too, and knows no such form without it', async () => {
    const report = reportOf2027('花园镇', refusedTwo)
    const { stdout, exit } = await withForm('check', report)
    expect(exit).toBe(0)
    expect(json(stdout).filter((line) => JSON.stringify(line).includes('granted-most'))).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message: expect.stringContaining('予以公开的件数不少于因关键信息基础设施安全不予公开的件数'),
      }),
    ])
    expect(await run(['check', report])).toMatchObject({ exit: 2, stderr: expect.stringContaining('unknown-form') })
  })

  it('has the total of an outcome that the form added agree with its rows', async () => {
    const wrong = reportOf2027('丰山镇', { ...refusedTwo, 'requests.total.company': 1 })
    const { stdout, exit } = await withForm('check', wrong)
    expect(exit).toBe(1)
    expect(json(stdout)).toContainEqual(expect.objectContaining({ rule: 'outcome-sum', expected: 2, actual: 1 }))
  })

  it('adds reports and submissions up, and goes through a workbook without loss', async () => {
    const a = reportOf2027('一镇', refusedTwo)
    const b = put('b.ogi', await submissionBytes({ code: '2', name: '二镇', year: 2027, cells: refusedTwo, forms }))
    expect(await withForm('aggregate', a, b, '--out', at('sum.json'))).toMatchObject({ exit: 0, stderr: '' })
    const sum = JSON.parse(readFileSync(at('sum.json'), 'utf8'))
    expect(sum.cells).toMatchObject({
      'requests.refused.infrastructure.total': 4,
      'requests.total.total': 4,
    })
    expect((await withForm('export', at('sum.json'), '--out', at('sum.xlsx'))).exit).toBe(0)
    expect((await withForm('export', at('sum.xlsx'), '--out', at('again.json'))).exit).toBe(0)
    expect(readFileSync(at('again.json'), 'utf8')).toBe(readFileSync(at('sum.json'), 'utf8'))
    expect((await withForm('export', at('sum.json'), '--out', at('sum.csv'))).exit).toBe(0)
    expect(readFileSync(at('sum.csv'), 'utf8')).toContain('9.属于关键信息基础设施安全信息')
  })

  it('inspects a submission of that form, and without it says which form is unknown', async () => {
    const file = put('c.ogi', await submissionBytes({ code: '2', year: 2027, forms }))
    const known = await withForm('inspect', file)
    expect([known.exit, JSON.parse(known.stdout).verdict]).toEqual([0, 'ok'])
    const unknown = await run(['inspect', file])
    expect([unknown.exit, JSON.parse(unknown.stdout)]).toEqual([
      2,
      expect.objectContaining({ verdict: 'unknown-form', detail: '2027' }),
    ])
  })
})

type Fault = readonly [fault: string, change: (form: FormDefinition) => void, code: string, words: string]

const rule = { code: 'balance', severity: 'error', occasion: 'always', check: 'equal' } as const
const counting = (register: string, field: string) => (form: FormDefinition) => {
  form.derivations.push({ cell: 'openDays', plus: [{ count: register, where: [{ field, is: 'x' }] }] })
}

const faults: readonly Fault[] = [
  [
    'a row in no total, that derives from nothing and is not typed',
    ({ tables: [first] }) => first?.blocks[0]?.rows.push({ key: 'guideline', label: '办事指南' }),
    'uncounted-row disclosure.guideline 办事指南',
    '“disclosure.guideline 办事指南”这一行有格子不合计进任何总数',
  ],
  ['a register that is not there', counting('meetings', 'kind'), 'unknown-register meetings', '没有“meetings”这本台账'],
  [
    'a field that its register has not',
    counting('documents', 'colour'),
    'unknown-field documents.colour',
    '台账里没有“documents.colour”这一项',
  ],
  [
    'a value that its field never holds',
    counting('documents', 'kind'),
    'unknown-value documents.kind x',
    '“documents.kind x”不是台账里可以选的内容',
  ],
  [
    'a column that the table has not',
    ({ rules }) => rules.push({ ...rule, left: ['requests.received.nobody'], right: ['requests.received.person'] }),
    'unknown-cell requests.received.nobody',
    '“requests.received.nobody”在表里和补充数字里都没有',
  ],
  [
    'a set of columns that the table has not',
    ({ rules }) =>
      rules.push({
        ...rule,
        forEach: { column: { table: 'requests', columns: 'nobody' } },
        left: ['requests.received.{column}'],
        right: ['requests.carriedIn.{column}'],
      }),
    'unknown-set requests nobody',
    '“requests nobody”这一行、列或这一组行、列在表里没有',
  ],
  [
    'a rule that the program does not know',
    ({ rules }) => rules.push({ code: 'astrology', severity: 'error', occasion: 'always', check: 'named' }),
    'unknown-rule astrology',
    '程序不认识校验规则“astrology”',
  ],
  [
    'an outcome that no row counts',
    (form) => {
      const text = JSON.stringify(form.tables).replace(',"counts":["withdrawal"]', '')
      form.tables = JSON.parse(text)
    },
    'uncounted-choice requests.outcome withdrawal',
    '台账里可以选“requests.outcome withdrawal”，却没有哪一行计入它',
  ],
  [
    'a figure that derives twice',
    ({ derivations }) => derivations.push(...derivations.slice(-1)),
    'derived-twice processingFee.amount',
    '“processingFee.amount”有两种算法',
  ],
  [
    'a year in which another form begins',
    (form) => {
      form.from = 2021
    },
    'same-year 2021',
    '另有一种表式也从2021年度开始',
  ],
]

describe('ogi --form refuses, changes nothing, and names', () => {
  it.each(faults)('%s', async (_, change, code, words) => {
    const form = structuredClone(form2027)
    change(form)
    const file = put('faulty.json', JSON.stringify(form))
    const report = reportOf2027('花园镇', {})
    const { stdout, stderr, exit } = await run(['export', report, '--out', at('none.json'), '--form', file])
    expect([stdout, exit]).toEqual(['', 2])
    expect(stderr).toContain(`faulty.json is no usable form: ${code}\n`)
    expect(stderr).toContain(words)
    expect(() => readFileSync(at('none.json'))).toThrow('ENOENT')
  })

  it('every fault of a form that has several, and a file that holds no form', async () => {
    const form = structuredClone(form2027)
    for (const [, change] of faults.slice(0, 3)) change(form)
    const report = reportOf2027('花园镇', {})
    const several = await run(['check', report, '--form', put('several.json', JSON.stringify(form))])
    for (const [, , code] of faults.slice(0, 2)) expect(several.stderr).toContain(code)
    expect((await run(['check', report, '--form', put('no-form.json', '甲')])).stderr).toContain('不是表式的数据')
    expect((await run(['check', report, '--form', at('none.json')])).stderr).toContain('打不开')
  })
})
