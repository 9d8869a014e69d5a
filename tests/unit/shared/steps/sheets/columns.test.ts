import { describe, expect, it } from 'vitest'
import { type ColumnChoices, tellColumn } from '../../../../../renderer/features/sheets/sheet-state.ts'
import { knownRegister } from '../../../../../shared/catalogue/catalogue.ts'
import { plainTable } from '../../../../../shared/steps/sheets/cell.ts'
import { choiceMatcher } from '../../../../../shared/steps/sheets/cells/match-choice.ts'
import { readDay, readMonth } from '../../../../../shared/steps/sheets/cells/read-day.ts'
import { headingMatcher } from '../../../../../shared/steps/sheets/columns/match-heading.ts'
import { missingColumns } from '../../../../../shared/steps/sheets/columns/open-columns.ts'
import { proposePlans } from '../../../../../shared/steps/sheets/columns/propose-plan.ts'
import { columnById, sheetColumns } from '../../../../../shared/steps/sheets/columns/sheet-columns.ts'
import { readWorkbook } from '../../../../../shared/steps/sheets/file/read-workbook.ts'
import { templateXlsx } from '../../../../../shared/steps/sheets/file/write-sheets.ts'
import { checkRows } from '../../../../../shared/steps/sheets/rows/check-rows.ts'
import { sheetGuide } from '../../../../../shared/wording/sheet-guide.ts'
import { registers } from '../../../../fixtures/catalogue.ts'

const requests = knownRegister(registers, 'requests')
const choicesOf = (register: string, id: string) =>
  columnById(knownRegister(registers, register), id)?.field.choices ?? []

describe('the columns of every register', () => {
  it.each(registers.map((register) => [register.id, register] as const))(
    'of %s have headings of their own, which are found again',
    (_id, register) => {
      const columns = sheetColumns(register, () => 2)
      expect(new Set(columns.map(({ label }) => label)).size).toBe(columns.length)
      const match = headingMatcher(register)
      for (const { id, label } of columns) {
        expect(match(label)).toBe(id)
        expect(match(` ${label.split('').join('\n')}：`)).toBe(id)
        expect(columnById(register, id)?.label).toBe(label)
      }
    },
  )

  it.each(registers.map((register) => [register.id, register] as const))(
    'H12: of %s give a template that is itself read, and has no rows',
    async (_id, register) => {
      const guide = sheetGuide(sheetColumns(register))
      const tables = await readWorkbook(templateXlsx(register, sheetColumns(register), guide))
      if (!tables.ok) throw new Error(tables.problem.code)
      const [plan] = proposePlans(register, tables.value)
      expect(plan?.sheetNames).toEqual([register.label])
      expect(plan?.columns).toEqual(sheetColumns(register).map(({ id }) => id))
      const second = tables.value[1]
      expect(second?.rows).toEqual(guide.lines)
    },
  )

  it('H1: are found by what offices call them, each synonym in one place only', () => {
    const match = headingMatcher(requests)
    expect(match('申请时间')).toBe('arrived')
    expect(match('*申请人类型（必填）')).toBe('applicant')
    expect(match('答复书文号')).toBe('decision.documentNumber')
    expect(match('备注')).toBeNull()
    for (const register of registers) {
      const names = sheetColumns(register).flatMap(({ field, label }) => [label, ...(field.also ?? [])])
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    }
  })
})

describe('headings', () => {
  const planOf = (rows: string[][], merges: { top: number; left: number; bottom: number; right: number }[]) =>
    proposePlans(requests, [{ ...plainTable, name: '', rows, merges }])[0]

  it('H1: leave out the title that is merged over the whole sheet', () => {
    const heads = ['序号', '收到日期', '方式', '备忘']
    const plan = planOf([['花园镇登记台账', '', '', ''], heads], [{ top: 0, left: 0, bottom: 0, right: 3 }])
    expect(plan?.fileColumns.map(({ heading }) => heading)).toEqual(heads)
    expect(plan?.columns).toEqual([null, 'arrived', 'way', null])
    expect(plan?.parts).toEqual([{ sheet: 0, firstRow: 2, year: null }])
  })

  it('keep what is merged over some of the columns', () => {
    const plan = planOf(
      [
        ['收到日期', '申请人', '', '方式'],
        ['', '姓名', '电话', ''],
      ],
      [{ top: 0, left: 1, bottom: 0, right: 2 }],
    )
    expect(plan?.fileColumns.map(({ heading }) => heading)).toEqual(['收到日期', '申请人 姓名', '申请人 电话', '方式'])
  })
})

describe('choices', () => {
  it.each([
    ['applicant', '自然人', 'person'],
    ['applicant', ' 公 民 ', 'person'],
    ['applicant', '法人或其他组织-商业企业', 'company'],
    ['applicant', '法律服务机构', 'legal'],
    ['applicant', '法人或其他组织', null],
    ['way', '网上', 'online'],
    ['way', 'online', 'online'],
    ['way', 'ems', 'signedMail'],
    ['decision.outcome', '（一）予以公开', 'granted'],
    ['decision.outcome', '部分公开', 'partlyGranted'],
    ['decision.outcome', '属于国家秘密', 'refused.stateSecret'],
    ['decision.outcome', '不予公开 1.属于国家秘密', 'refused.stateSecret'],
    ['decision.outcome', '4.保护第三方合法权益', 'refused.thirdParty'],
    ['decision.outcome', '本机关不掌握相关政府信息', 'unavailable.notHeld'],
    ['decision.outcome', '不予公开', null],
    ['decision.outcome', '', null],
  ])('%s: %s is %s', (id, text, value) => expect(choiceMatcher(choicesOf('requests', id))(text)).toBe(value))

  it('H2: of every register have no name twice', () => {
    for (const register of registers) {
      for (const { field } of sheetColumns(register)) {
        const names = (field.choices ?? []).flatMap(({ label, also = [] }) => [label, ...also])
        expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
        for (const { value, also = [] } of field.choices ?? []) {
          for (const name of also) expect(choiceMatcher(field.choices ?? [])(name)).toBe(value)
        }
      }
    }
  })
})

describe('H3: days and months', () => {
  const setting = { from1904: false, anchor: '2020-12-31' }
  it.each([
    [43905, '2020-03-15'],
    [43905.75, '2020-03-15'],
    ['43905', '2020-03-15'],
    ['3.15', '2020-03-15'],
    [3.15, '2020-03-15'],
    [315, '2020-03-15'],
    [20200315, '2020-03-15'],
    ['2020/3/15 9:30', '2020-03-15'],
    ['2020-03-15 星期日', '2020-03-15'],
    ['2020-02-30', '2020-02-30'],
    ['去年', '去年'],
  ])('%s is the day %s', (cell, day) => expect(readDay(cell, setting)).toEqual({ value: day, isUnclear: false }))

  it('counts from 1904 where the file does', () => {
    expect(readDay(43905 - 1462, { ...setting, from1904: true }).value).toBe('2020-03-15')
  })

  it.each([
    ['2020', '2020'],
    [2020, '2020'],
    ['2020年', '2020'],
    ['2020年3月', '2020-03'],
    ['2020-3', '2020-03'],
    [202003, '2020-03'],
    [43905, '2020-03'],
    ['3月', '2020-03'],
    ['2020-03-15', '2020-03'],
    ['上月', '上月'],
  ])('%s is the month %s', (cell, month) => expect(readMonth(cell, setting).value).toBe(month))

  it('H4: does not guess where a number has lost a 0', () => {
    expect(readDay(3.1, setting).isUnclear).toBe(true)
    expect(readDay('3.10', setting)).toEqual({ value: '2020-03-10', isUnclear: false })
    expect(readMonth(2020.1, setting).isUnclear).toBe(true)
  })
})

describe('rows', () => {
  const check = async (columns: (string | null)[], row: (string | number)[], constants = {}) => {
    const table = { ...plainTable, name: '', rows: [row] }
    const setting = { anchor: '2025-12-31', today: '2026-01-20', linked: () => null }
    const plan = {
      parts: [{ sheet: 0, firstRow: 0, year: null }],
      headings: [],
      given: [],
      unitAt: null,
      units: [],
      columns,
      constants,
    }
    const checked = await checkRows(requests, [table], plan, setting)
    if (!checked.ok) throw new Error(checked.problem.code)
    return checked.value.rows[0]
  }
  const flawsOf = async (columns: string[], row: (string | number)[]) =>
    (await check(columns, row, { arrived: '2025-03-01', way: '网络', applicant: '个人' }))?.flaws.map(
      ({ column, code }) => `${column} ${code}`,
    )

  it('take what the file has not from what the clerk says of every row', async () => {
    expect((await check(['arrived', 'way'], ['2025-3-1', '当面'], { applicant: 'person' }))?.fields).toEqual({
      arrived: '2025-03-01',
      way: 'inPerson',
      applicant: 'person',
    })
  })

  it('make a stage of the day alone where the rest has a default, and of a second one its own', async () => {
    const row = await check(
      [
        'arrived',
        'extension.date',
        'consultation.date',
        'consultation.whom',
        'consultation.date#2',
        'consultation.whom#2',
      ],
      ['2025-3-1', '2025-3-20', '2025-3-5', '第三方', '2025-3-6', '其他机关'],
    )
    expect(row?.stages).toEqual([
      { kind: 'extension', date: '2025-03-20', workingDays: 20 },
      { kind: 'consultation', date: '2025-03-05', whom: 'thirdParty', received: null, answered: null },
      { kind: 'consultation', date: '2025-03-06', whom: 'organ', received: null, answered: null },
    ])
  })

  it.each([
    [['decision.date'], ['2025-3-20'], ['decision.outcome missing']],
    [['decision.date', 'decision.outcome'], ['2025-2-1', '公开'], ['decision.date before-receipt']],
    [['decision.date', 'decision.outcome'], ['2027-2-1', '公开'], ['decision.date in-future']],
    [['extension.date', 'extension.workingDays'], ['2025-3-20', '30'], ['extension.workingDays out-of-range']],
    [['idNumber'], [420921198003072000], ['idNumber digits-lost']],
    [['organ'], ['#REF!'], ['organ error-cell']],
    [['confirmed'], ['2025-2-1'], ['confirmed too-early']],
  ])('%j with %j: %j', async (columns, row, flaws) => expect(await flawsOf(columns, row)).toEqual(flaws))
})

describe('what a clerk tells of columns', () => {
  const told: ColumnChoices = {
    proposal: {
      parts: [{ sheet: 0, firstRow: 1, year: null }],
      sheetNames: [''],
      columns: [],
      units: [],
      given: [],
      unitAt: null,
      isList: true,
      isHidden: false,
      hiddenColumns: new Set(),
      fileColumns: [],
      hasHead: true,
      recognised: 2,
    },
    columns: ['arrived', null, 'way'],
    constants: {},
  }
  it('gives a column of the register to one column of the file only', () => {
    expect(tellColumn(requests, told, 1, 'way').columns).toEqual(['arrived', 'way', null])
    expect(tellColumn(requests, told, 0, null).columns).toEqual([null, null, 'way'])
  })

  it('leaves what must be filled to be asked', () => {
    expect(missingColumns(requests, told.columns).map(({ id }) => id)).toEqual(['applicant'])
  })
})
