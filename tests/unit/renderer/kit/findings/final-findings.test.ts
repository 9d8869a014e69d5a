import { describe, expect, it } from 'vitest'
import { finalFindings } from '../../../../../renderer/kit/findings/final-findings.ts'
import type { FinalReport } from '../../../../../shared/model/desk/final-record.ts'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import { workingReport } from '../../../../../shared/steps/aggregate/read-working-report.ts'
import { formOf, keyOf, withCells } from '../../../../fixtures/read-fixture.ts'
import { receivedOf } from '../../../../fixtures/received.ts'
import { unit } from '../../../../fixtures/test-store.ts'

const form = formOf('2019')
const received = keyOf(form, 'requests.received.person')
const county = { code: 'c', name: '孝昌县' }
const own = workingReport(form, { unit: 'c', year: 2020, layer: 'own' }, county, {})

const deskWith = async (count: number) => ({
  own,
  children: [
    {
      unit: unit('t1', '花园镇', 'township', 'c'),
      state: 'received' as const,
      blankTables: [],
      current: await receivedOf({ code: 't1', cells: { 'requests.received.person': count } }),
      waiting: [],
      files: 1,
      sameNumber: 0,
    },
  ],
})

const finalOf = (count: number, adjustments: FinalReport['adjustments'] = {}): FinalReport => ({
  report: withCells(emptyReport(form, 2020, county), { [received]: count }),
  revision: 1,
  at: '2021-01-29',
  adjustments,
})

describe('S18: finalFindings()', () => {
  it('finds nothing where the finalised sum is that of its parts, with what the desk adjusted then', async () => {
    expect(finalFindings(form, finalOf(28), await deskWith(28))).toEqual([])
    const adjustments = { [received]: { by: -1, reason: '重复计算' } }
    expect(finalFindings(form, finalOf(27, adjustments), await deskWith(28))).toEqual([])
  })

  it('names each sum that a file changed which came after it', async () => {
    expect(finalFindings(form, finalOf(28), await deskWith(30))).toEqual([
      {
        rule: 'children-sum',
        severity: 'error',
        place: { kind: 'cell', cell: received },
        cells: [received],
        expected: 30,
        actual: 28,
      },
    ])
  })
})
