import { describe, expect, it } from 'vitest'
import { cellName } from '../../../../shared/catalogue/forms/cell-name.ts'
import type { Form } from '../../../../shared/catalogue/forms/form.ts'
import { ruleCodes } from '../../../../shared/catalogue/forms/rule-codes.ts'
import type { Report } from '../../../../shared/model/report/report.ts'
import { submittedReport } from '../../../../shared/model/report/submitted-report.ts'
import { check } from '../../../../shared/steps/check/check.ts'
import { formedReport } from '../../../../shared/steps/check/formed-report.ts'
import { findingMessage } from '../../../../shared/wording/finding-message.ts'
import { receivedFindingMessage, workingFindingMessage } from '../../../../shared/wording/working-finding.ts'
import { forms } from '../../../fixtures/catalogue.ts'
import { everyFinding } from '../../../fixtures/every-finding.ts'
import { keyOf, readFixture, withCells } from '../../../fixtures/read-fixture.ts'

const old = readFixture('xiaochang-2020')
const { form, report } = readFixture('huaian-2024')

const messagesOf = (form: Form, report: Report, lastYear?: Report): string[] =>
  check(form, report, { forms, lastYear }).map((finding) =>
    findingMessage(form, report, finding, formedReport(forms, lastYear)),
  )

describe('findingMessage()', () => {
  it('names row, column, total, parts and difference as the form prints them', () => {
    const [row, column] = messagesOf(old.form, withCells(old.report, { 'requests.granted.person': 17 }))
    expect(row).toMatch(/^表三“（一）予以公开”这一行：“总计”填的是16，各类申请人相加是17，少了1。/)
    expect(column).toMatch(/^表三“自然人”这一列：“（七）总计”填的是28，各项办理结果相加是29（17＋1＋6＋1＋4），少了1。/)
  })

  it('says both sides of the balance', () => {
    const wrong = withCells(old.report, { 'requests.received.person': 30, 'requests.received.total': 30 })
    const [message] = messagesOf(old.form, wrong)
    expect(message).toContain('“一、本年新收政府信息公开申请数量”30加“二、上年结转政府信息公开申请数量”0是30')
    expect(message).toContain('“（七）总计”28加“四、结转下年度继续办理”0是28，两项之和应当相等，后者少2。')
  })

  it('asks for a blank total and gives the figure', () => {
    const [message] = messagesOf(form, withCells(report, { 'disputes.direct.total': null }))
    expect(message).toBe('表四“未经复议直接起诉：总计”是空白，前面四项相加是26（13＋4＋8＋1）。请补填这个总计。')
  })

  it('says what to take away from a figure that cannot be read', () => {
    const [message] = messagesOf(form, withCells(report, { 'disclosure.fee.amount': '1592万元' }))
    expect(message).toBe(
      '表二“行政事业性收费”的“本年收费金额（单位：万元）”填的是“1592万元”，不是金额。请按“万元”只填数字，可以有小数，不写单位。',
    )
  })

  it('shows last year’s figures', () => {
    const lastYear = withCells(
      { ...report, year: 2023 },
      {
        'disclosure.rule.inForce': 9,
        'disclosure.normativeDocument.inForce': 84,
        'requests.carriedOut.person': 34,
        'requests.carriedOut.total': 34,
      },
    )
    expect(messagesOf(form, report, lastYear)[0]).toContain(
      '“现行有效件数”填的是11，按上年9加本年制发1减废止0应当是10，多了1。',
    )
  })

  it('has a sentence with something to do for every rule, and no word of the program in it', () => {
    const given = everyFinding()
    expect(new Set(given.flatMap(({ findings }) => findings.map(({ rule }) => rule)))).toEqual(new Set(ruleCodes))
    for (const { form, report, lastYear, findings } of given) {
      for (const finding of findings) {
        const message = findingMessage(form, report, finding, formedReport(forms, lastYear))
        expect(message).toMatch(/请/)
        expect(message).toMatch(/。$/)
        expect(message).not.toMatch(/undefined|null|NaN|\bn\/a\b|“”/)
      }
    }
  })
})

describe('a finding that a desk reads', () => {
  const wrong = withCells(report, { 'disclosure.fee.amount': '1592万元' })
  const [finding] = check(form, wrong, { forms })
  const nobody = { provenance: {}, reasons: [], people: { author: '', reviewer: '', phone: '' } }
  const working = submittedReport(form, { report: wrong, basis: nobody, layer: 'total' })
  if (finding === undefined) throw new Error('no finding')
  const fact = '表二“行政事业性收费”的“本年收费金额（单位：万元）”填的是“1592万元”，不是金额。'

  it('says what the unit is to do, which the desk cannot', () => {
    const named = { ...finding, unit: { code: 't1', name: '花园镇' } }
    expect(workingFindingMessage(form, working, named, null)).toBe(
      `花园镇报送的${fact}这一格未汇总，请花园镇改正后重新报送。`,
    )
    expect(receivedFindingMessage(form, working, finding)).toBe(`${fact}请该单位改正后重新报送。`)
  })

  it('says of a sum what the desk can do', () => {
    expect(workingFindingMessage(form, working, finding, null)).toMatch(/^表二.*不是金额。这是汇总数：.*调整汇总数/)
  })
})

describe('cellName()', () => {
  it('names a cell as a reader of the printed form would', () => {
    const name = (key: string) => cellName(form, keyOf(form, key))
    expect(name('requests.refused.stateSecret.company')).toBe(
      '表三“（三）不予公开：1.属于国家秘密”的“法人或其他组织：商业企业”',
    )
    expect(name('requests.other.other.total')).toBe('表三“（六）其他处理：3.其他”的“总计”')
    expect(name('disputes.review.upheld')).toBe('表四“行政复议：结果维持”')
    expect(name('disclosure.rule.issued')).toBe('表二“规章”的“本年制发件数”')
  })

  it('gives no two cells the same name', () => {
    for (const one of [form, old.form]) {
      const names = [...one.cells.keys()].map((key) => cellName(one, key))
      expect(new Set(names).size).toBe(one.cells.size)
    }
  })
})
