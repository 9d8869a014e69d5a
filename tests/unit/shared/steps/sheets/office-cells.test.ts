import { describe, expect, it } from 'vitest'
import { knownRegister } from '../../../../../shared/catalogue/catalogue.ts'
import { choiceMatcher } from '../../../../../shared/steps/sheets/cells/match-choice.ts'
import { moneyUnitOf } from '../../../../../shared/steps/sheets/cells/read-amount.ts'
import { readDay } from '../../../../../shared/steps/sheets/cells/read-day.ts'
import { headingMatcher } from '../../../../../shared/steps/sheets/columns/match-heading.ts'
import { columnById } from '../../../../../shared/steps/sheets/columns/sheet-columns.ts'
import { sameKeys } from '../../../../../shared/steps/sheets/rows/same-entries.ts'
import { registers } from '../../../../fixtures/catalogue.ts'
import { arrived, book, head, plain, type Row, readSheet, sheetOf } from '../../../../fixtures/sheets/office-sheets.ts'

/*
 * Kinds of sheets that offices have and that other programs write. What is asserted first is that no row is lost and no
 * figure is wrong without a word.
 */

describe('H15: what is merged downwards', () => {
  it('holds for each row under it, and makes no entry of a row that is only its lower part', async () => {
    const rows = [
      head,
      plain('2024-03-05'),
      [null, null, null, '交通局'],
      [null, null, null, null],
      plain('2024-03-06'),
    ]
    const down = (c: number, last: number) => ({ s: { r: 1, c }, e: { r: last, c } })
    const sheet = sheetOf(rows, { '!merges': [down(0, 3), down(1, 3), down(2, 3)] })
    const { rows: made, said } = await readSheet(book({ 台账: sheet }))
    expect(made.map(({ fields }) => [fields.arrived, fields.way, fields.organ])).toEqual([
      ['2024-03-05', 'online', '财政局'],
      ['2024-03-05', 'online', '交通局'],
      ['2024-03-06', 'online', '财政局'],
    ])
    expect(said.flat()).toEqual([])
  })
})

describe('H16: what stands in brackets', () => {
  const choice = (id: string, text: string) =>
    choiceMatcher(columnById(knownRegister(registers, 'requests'), id)?.field.choices ?? [])(text)
  it.each([
    ['decision.outcome', '公开（部分公开）', 'partlyGranted'],
    ['decision.outcome', '其他（信息不存在）', 'unavailable.notHeld'],
    ['decision.outcome', '不予公开（国家秘密）', 'refused.stateSecret'],
    ['decision.outcome', '不予公开（属于国家秘密）', 'refused.stateSecret'],
    ['decision.outcome', '公开(部分)', null],
    ['decision.outcome', '部分公开（予以公开）', null],
    ['decision.outcome', '予以公开（见附件）', null],
    ['decision.outcome', '（三）不予公开 1.属于国家秘密', 'refused.stateSecret'],
    ['decision.outcome', '部分公开（区分处理的，只计这一情形，不计其他情形）', 'partlyGranted'],
    ['way', '信函（挂号信）', 'signedMail'],
    ['way', '邮寄（平信）', 'ordinaryMail'],
    ['way', '网络（电子邮件）', 'online'],
    ['way', '其他（当面）', 'inPerson'],
    ['applicant', '法人（商业企业）', 'company'],
    ['applicant', '其他（律师事务所）', 'legal'],
  ])('%s: %s is %s', (id, text, value) => expect(choice(id, text)).toBe(value))

  it.each([
    ['收到日期（补正材料）', null],
    ['收到日期（年月日）', 'arrived'],
    ['*收到日期（必填）', 'arrived'],
    ['收费金额（元）', 'fee.amount'],
    ['答复日期（第三方）', null],
    ['延期日期（第2次）', 'extension.date#2'],
  ])('a heading %s is %s', (heading, id) =>
    expect(headingMatcher(knownRegister(registers, 'requests'))(heading)).toBe(id),
  )
})

describe('H17: units of money', () => {
  it.each([
    ['数字（元）', '元'],
    ['金额（单位：万元）', '万元'],
    ['收费金额/万元', '万元'],
    ['数字（件）', null],
    ['数字', null],
  ])('%s names %s', (heading, unit) => expect(moneyUnitOf(heading)).toBe(unit))

  it('of a heading and of a cell are reckoned over and told; a count with a unit is not guessed', async () => {
    const rows: Row[] = [
      ['年份', '项目', '数字（元）'],
      ['2024', '行政事业性收费金额', 251000],
      ['2024', '政府集中采购金额', '1592万元'],
      ['2024', '培训', '3元'],
      ['2024', '督查检查', '86件'],
    ]
    const { rows: made, said } = await readSheet(book({ 台账: sheetOf(rows) }), 'figures')
    expect(made.map(({ fields }) => fields.value)).toEqual(['25.1', '1592', '3元', '86件'])
    expect(made.map(({ converted }) => converted.length)).toEqual([1, 0, 0, 0])
    expect(said).toEqual([[], [], ['value unreadable'], ['value unreadable']])
  })
})

describe('H26, H27: what nobody sees, and what stands for nothing', () => {
  it('is passed by', async () => {
    const rows: Row[] = [
      [
        '收到日期\u200b',
        '\u2060方式',
        '申请人类别',
        '承办单位',
        '延期日期',
        '收费金额',
        '答复日期',
        '办理结果',
        '答复文号',
        '撤回日期',
      ],
      [
        '\u202d2024-03-06\u202c',
        '网络\ufeff',
        '自然人\u200b',
        '财政局',
        '无',
        '/',
        '2024 -03-21',
        '予以公开\u200b',
        '／',
        '--',
      ],
    ]
    const { rows: made, said } = await readSheet(book({ 台账: sheetOf(rows) }))
    expect(said).toEqual([[]])
    expect(made[0]?.fields).toEqual({ arrived: '2024-03-06', way: 'online', applicant: 'person', organ: '财政局' })
    expect(made[0]?.stages).toEqual([{ kind: 'decision', date: '2024-03-21', outcome: 'granted', documentNumber: '' }])
  })

  it('no amount of money is 0 because somebody wrote 无', async () => {
    const rows: Row[] = [
      ['年份', '项目', '数字'],
      ['2024', '行政事业性收费金额', '无'],
      ['2024', '培训', '/'],
    ]
    const { rows: made, said } = await readSheet(book({ 台账: sheetOf(rows) }), 'figures')
    expect(made.map(({ fields }) => fields.value)).toEqual([undefined, undefined])
    expect(said).toEqual([['value missing'], ['value missing']])
  })
})

describe('H28: rows that are no entries', () => {
  it('are passed over, each with its reason', async () => {
    const rows: Row[] = [
      head,
      plain('2024-01-05'),
      ['1月小计', '1件'],
      head,
      plain('2024-02-05'),
      ['第一季度合计', '2件'],
      ['本年合计', '2件'],
      ['合计（件）', '2'],
      ['填表人：甲某', null, '审核：乙某', '2024年12月31日'],
    ]
    const found = await readSheet(book({ 台账: sheetOf(rows) }))
    expect(arrived(found)).toEqual(['2024-01-05', '2024-02-05'])
    expect(found.passedOver.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '3 sum',
      '4 head',
      '6 sum',
      '7 sum',
      '8 sum',
      '9 signature',
    ])
  })
})

describe('H29: days', () => {
  const day = (text: string) => readDay(text, { from1904: false, anchor: '2024-12-31' })
  it.each([
    ['23.5.8', '2023-05-08'],
    ['2023。5。8', '2023-05-08'],
    ['2023、5、8', '2023-05-08'],
    ['2023\\5\\8', '2023-05-08'],
    ['2023 5 8', '2023-05-08'],
    ['2023年5月8号', '2023-05-08'],
    ['5月8号', '2024-05-08'],
    ['二〇二三年五月八日', '2023-05-08'],
    ['二○二三年十二月二十八日', '2023-12-28'],
    ['2023年5月8日上午', '2023-05-08'],
    ['2023/5/8 上午 10:30:00', '2023-05-08'],
    ['2023年05月08日10时30分', '2023-05-08'],
    ['2023/5/8 10:30 AM', '2023-05-08'],
    ['2023年5月8日（星期一）', '2023-05-08'],
    ["'2023-5-8", '2023-05-08'],
    ['2023-05-08T10:30:00+08:00', '2023-05-08'],
    ['2023-05-07T16:00:00.000Z', '2023-05-08'],
  ])('%s is %s', (text, value) => expect(day(text)).toEqual({ value, isUnclear: false }))

  it.each([
    '2023-05',
    '2023.5.8-5.10',
    '2023-5-8（补）',
    '08/05/2023',
    '2023-5-8\n2023-6-1',
    '2023年2月30日',
    '三月中旬',
  ])('%s stays as it is', (text) => expect(day(text)).toEqual({ value: text, isUnclear: false }))

  it('a year of two digits that is not near is asked', () => expect(day('05.8.23').isUnclear).toBe(true))
})

describe('H30: heads of real systems', () => {
  it('put the person and the firm into one field, and know 文号 of what is asked for from that of the answer', async () => {
    const rows: Row[] = [
      [
        '申请编号',
        '申请方式',
        '申请人姓名',
        '法人或者其他组织名称',
        '申请提交时间',
        '文号',
        '处理时间',
        '办理结果',
        '答复文号',
      ],
      ['1', '网上', '甲某', null, '2024-03-01 10:20:30', '某府〔2020〕1号', '2024-03-21 09:00:00', '予以公开', '甲1号'],
      [
        '2',
        '网上',
        null,
        '乙公司',
        '2024-03-02 10:20:30',
        '某府〔2020〕2号',
        '2024-03-22 09:00:00',
        '予以公开',
        '甲2号',
      ],
    ]
    const { rows: made } = await readSheet(book({ 台账: sheetOf(rows) }))
    expect(made.map(({ personal }) => personal.name)).toEqual(['甲某', '乙公司'])
    expect(made.map(({ stages }) => stages)).toMatchObject([
      [{ date: '2024-03-21', documentNumber: '甲1号' }],
      [{ date: '2024-03-22', documentNumber: '甲2号' }],
    ])
  })

  it('know headings in three lines', async () => {
    const merges = [
      { s: { r: 0, c: 0 }, e: { r: 2, c: 0 } },
      { s: { r: 0, c: 1 }, e: { r: 0, c: 3 } },
      { s: { r: 1, c: 1 }, e: { r: 1, c: 2 } },
    ]
    const rows: Row[] = [
      ['收到日期', '申请人信息', null, null],
      [null, '公民', null, '法人/其他组织'],
      [null, '姓名', '联系电话', '名称'],
      ['2024-03-05', '甲某', '010-1', null],
      ['2024-03-06', null, null, '乙公司'],
    ]
    const { rows: made } = await readSheet(book({ 台账: sheetOf(rows, { '!merges': merges }) }))
    expect(made.map(({ personal }) => personal)).toEqual([{ name: '甲某', phone: '010-1' }, { name: '乙公司' }])
  })
})

describe('H9: a person written differently', () => {
  it.each([
    ['阿依古丽·买买提', '阿依古丽•买买提'],
    ['阿依古丽·买买提', '阿依古丽．买买提'.replace('．', '・')],
    ['慕容秋白', '慕容\u200b秋 白'],
    ['ＡＢＣ公司', 'abc公司'],
  ])('%s and %s are one', (one, other) => {
    const keysOf = sameKeys(knownRegister(registers, 'requests'))
    const keys = (name: string) => keysOf({ fields: { arrived: '2024-03-05' }, personal: { name, subject: '预算' } })
    expect(keys(one)).toEqual(keys(other))
    expect(keys(one)).not.toEqual(keys(`${other}甲`))
  })
})
