import { describe, expect, it } from 'vitest'
import { finalFindings } from '../../../../../renderer/kit/findings/final-findings.ts'
import type { FinalReport } from '../../../../../shared/model/desk/final-record.ts'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import { workingReport } from '../../../../../shared/steps/aggregate/read-working-report.ts'
import { changeTally, emptyTally } from '../../../../../shared/steps/aggregate/tally.ts'
import { formOf, keyOf, withCells } from '../../../../fixtures/read-fixture.ts'

const form = formOf('2019')
const received = keyOf(form, 'requests.received.person')
const county = { code: 'c', name: '孝昌县' }
const own = workingReport(form, { unit: 'c', year: 2020, layer: 'own' }, county, {})

const deskWith = (count: number) => {
  const sent = withCells(emptyReport(form, 2020, { code: 't1', name: '花园镇' }), { [received]: count })
  return { own, sent: changeTally(form, emptyTally, { added: [sent] }) }
}

const finalOf = (count: number, adjustments: FinalReport['adjustments'] = {}): FinalReport => ({
  report: withCells(emptyReport(form, 2020, county), { [received]: count }),
  revision: 1,
  at: '2021-01-29',
  adjustments,
})

describe('S18: finalFindings()', () => {
  it('finds nothing where the finalised sum is that of its parts, with what the desk adjusted then', () => {
    expect(finalFindings(form, finalOf(28), deskWith(28))).toEqual([])
    const adjustments = { [received]: { by: -1, reason: '重复计算' } }
    expect(finalFindings(form, finalOf(27, adjustments), deskWith(28))).toEqual([])
  })

  it('names each sum that a file changed which came after it', () => {
    expect(finalFindings(form, finalOf(28), deskWith(30))).toEqual([
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
