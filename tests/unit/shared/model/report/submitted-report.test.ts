import { describe, expect, it } from 'vitest'
import type { Basis } from '../../../../../shared/model/report/report.ts'
import { emptyReport } from '../../../../../shared/model/report/report-json.ts'
import { submittedReport } from '../../../../../shared/model/report/submitted-report.ts'
import { check } from '../../../../../shared/steps/check/check.ts'
import { submissionBasis } from '../../../../../shared/steps/package/submission-basis.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { formOf, keyOf, withCells } from '../../../../fixtures/read-fixture.ts'

const form = formOf('2021')
const key = (text: string) => keyOf(form, text)
const report = withCells(emptyReport(form, 2024, { code: 't1', name: '花园镇' }), {
  'requests.received.person': 4,
  'requests.received.total': 4,
  'requests.granted.person': 0,
  'disputes.review.upheld': 3,
})
const people = { author: '李明', reviewer: '', phone: '' }
const basis: Basis = {
  provenance: {
    [key('requests.received.total')]: { kind: 'derived' },
    [key('disputes.review.upheld')]: { kind: 'adjusted', reason: '重复登记' },
    [key('requests.granted.legal')]: { kind: 'entered' },
  },
  reasons: [{ rule: 'balance', place: { kind: 'cell', cell: key('requests.received.person') }, text: '上年报错' }],
  people,
}

describe('submittedReport()', () => {
  const shown = submittedReport(form, { report, basis, layer: 'total' })

  it('keeps unit, year, layer and figures as they came', () => {
    expect(shown.id).toEqual({ unit: 't1', year: 2024, layer: 'total' })
    expect(shown.report).toBe(report)
    expect(shown.adjustments.size).toBe(0)
  })

  it('says of each figure how the sender came by it, and nothing of an empty cell', () => {
    expect(Object.fromEntries(shown.origin)).toEqual({
      'requests.received.person': 'typed',
      'requests.received.total': 'computed',
      'requests.granted.person': 'typed',
      'disputes.review.upheld': 'adjusted',
    })
  })

  it('finds the sender’s reasons under the findings that they explain', () => {
    expect([...shown.reasons]).toEqual([['balance|cell:requests.received.person', '上年报错']])
  })

  it('leaves every standing finding that the sender explained explained', () => {
    const findings = check(form, report, { forms })
    const [first] = findings
    if (first === undefined) throw new Error('a report that does not balance')
    const sent = submissionBasis(
      form,
      { ...shown, reasons: new Map([['balance|cell:requests.received.person', '漏登']]) },
      findings,
      people,
    )
    const received = submittedReport(form, { report, basis: sent, layer: 'own' })
    expect([...received.reasons]).toEqual([['balance|cell:requests.received.person', '漏登']])
    expect(received.origin).toEqual(shown.origin)
  })
})
