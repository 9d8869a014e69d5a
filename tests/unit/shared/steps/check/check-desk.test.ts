import { describe, expect, it } from 'vitest'
import type { DeskChild } from '../../../../../shared/model/desk/desk-children.ts'
import type { Finding } from '../../../../../shared/model/report/finding.ts'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import { check } from '../../../../../shared/steps/check/check.ts'
import { checkDesk, nameCauses, unitsByError } from '../../../../../shared/steps/check/check-desk.ts'
import { summarise } from '../../../../../shared/steps/check/summarise.ts'
import { findingMessage } from '../../../../../shared/wording/finding-message.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { formOf, withCells } from '../../../../fixtures/read-fixture.ts'
import { receivedOf } from '../../../../fixtures/received.ts'
import { unit } from '../../../../fixtures/test-store.ts'

const form = formOf('2019')

/** A unit of the list whose file says this. */
async function child(code: string, name: string, cells: Record<string, number | string | null>): Promise<DeskChild> {
  const current = summarise(form, forms, await receivedOf({ code, name, cells }))
  const none = { blankTables: [], waiting: [], files: 1, sameNumber: 0 }
  return { unit: unit(code, name, 'township', 'c'), state: 'received', current, ...none }
}

const feesOf = async (...fees: string[]) => {
  const children = await Promise.all(
    fees.map((fee, i) => child(`t${i}`, `${i}镇`, { 'disclosure.procurement.amount': fee })),
  )
  return checkDesk(form, children).map(({ rule, unit: whose, expected, actual }) => [
    rule,
    whose?.name,
    expected,
    actual,
  ])
}

describe('checkDesk()', () => {
  it('K21: warns of 元 among 万元, without last year, by unit and with the largest of the others', async () => {
    expect(await feesOf('12.5', '251000')).toEqual([['out-of-proportion', '1镇', '12.5', '251000']])
    expect(await feesOf('12.5', '0', '3', '0.4', '251000', '8')).toEqual([
      ['out-of-proportion', '4镇', '12.5', '251000'],
    ])
    // Two of five.
    expect(await feesOf('12.5', '3', '180000', '251000', '8')).toEqual([
      ['out-of-proportion', '2镇', '12.5', '180000'],
      ['out-of-proportion', '3镇', '12.5', '251000'],
    ])
  })

  it('K21: passes over what differs by itself', async () => {
    expect(await feesOf('12.5', '0', '3', '0.4', '25.1', '8')).toEqual([])
    expect(await feesOf('0.01', '5', '6', '7')).toEqual([])
    expect(await feesOf('251000')).toEqual([])
    const licences = await Promise.all(
      [8, 20, 900, 67000].map((n, i) => child(`t${i}`, `${i}局`, { 'disclosure.licence.decisions': n })),
    )
    expect(checkDesk(form, licences)).toEqual([])
  })

  it('K21: warns of counts too, where one is a thousand times the next', async () => {
    const counts = [8, 20, 67000000].map((n, i) => child(`t${i}`, `${i}镇`, { 'disclosure.licence.decisions': n }))
    expect(checkDesk(form, await Promise.all(counts))).toMatchObject([{ actual: '67000000', expected: '20' }])
  })

  it('K22: names a unit that counts twice under one name, whatever cannot be seen in it', async () => {
    const twice = await Promise.all([
      child('t1', '甲镇', {}),
      child('t2', '乙镇', {}),
      child('local:9', '甲\u200b 镇', {}),
    ])
    const findings = checkDesk(form, twice)
    expect(findings).toMatchObject([{ rule: 'same-unit', expected: 't1', actual: 'local:9' }])
    const [finding] = findings
    expect(finding && findingMessage(form, emptyReport(form, 2020, { code: 'c', name: '县' }), finding)).toContain(
      '代码不同（t1、未填代码）',
    )
  })
})

describe('nameCauses()', () => {
  it('K23: names of a broken sum the units whose own reports break there, and the desk’s own figures', async () => {
    const children = await Promise.all([
      child('t1', '甲镇', { 'disputes.direct.upheld': 1, 'disputes.direct.total': 1 }),
      child('t2', '乙镇', { 'disputes.direct.upheld': 2, 'disputes.direct.total': 1 }),
    ])
    const county = { code: 'c', name: '县' }
    const sum = { 'disputes.direct.upheld': 3, 'disputes.direct.total': 2 }
    const ofSum = check(form, withCells(emptyReport(form, 2020, county), sum), { forms })
    const causes = (ofOwn: readonly Finding[]) =>
      nameCauses(ofSum, unitsByError(children), { unit: county, findings: ofOwn })
        .find(({ rule }) => rule === 'dispute-sum')
        ?.causes?.map(({ name }) => name)
    expect(causes([])).toEqual(['乙镇'])
    expect(causes(ofSum)).toEqual(['乙镇', '县'])
  })
})
