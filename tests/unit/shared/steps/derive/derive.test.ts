import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../../../shared/model/entry/entry-record.ts'
import type { CellValue } from '../../../../../shared/model/report/report.ts'
import { completeTotals } from '../../../../../shared/steps/aggregate/complete-totals.ts'
import { derive } from '../../../../../shared/steps/derive/derive.ts'
import { type DerivedFrom, UNREADABLE } from '../../../../../shared/steps/derive/derived-counts.ts'
import { openingStocks } from '../../../../../shared/steps/derive/opening-stocks.ts'
import { formOf, keyOf, readFixture } from '../../../../fixtures/read-fixture.ts'
import {
  entryOf,
  everyRegister,
  factsOf,
  figureEntry,
  openingEntry,
  simpleRequest,
  xiaochangEntries,
} from '../../../../fixtures/register-entries.ts'

const form2019 = formOf('2019')
const form2021 = formOf('2021')

function derived(year: number, entries: readonly Entry[], from: Partial<DerivedFrom> = {}) {
  const form = year < 2021 ? form2019 : form2021
  const facts = factsOf(entries)
  const { openings } = openingStocks(form, year, facts.get('openings') ?? [], null)
  const { cells, supplement } = derive(form, year, facts, {
    kept: everyRegister,
    openings,
    ruleRow: 'zero',
    ...from,
  })
  return {
    cell: (key: string): CellValue | undefined => cells.get(keyOf(form, key)),
    cells: Object.fromEntries(cells),
    supplement,
  }
}

describe('derive()', () => {
  it('gives the published report of 孝昌县 for 2020 from made-up entries with its counts', () => {
    const { form, report } = readFixture('xiaochang-2020')
    const { cells, supplement } = derived(2020, xiaochangEntries(), { ruleRow: 'not-applicable' })
    const expected = Object.fromEntries(
      [...form.cells.values()].map(({ key, kind }) => [key, report.cells[key] ?? (kind === 'money' ? '0' : 0)]),
    )
    expect(Object.keys(expected)).toHaveLength(201)
    expect(completeTotals(form, cells).cells).toEqual(expected)
    expect(supplement).toMatchObject(report.supplement)
  })

  it('S11: derives 0 from a kept register without entries, and nothing from one that is not kept', () => {
    const { cell, cells, supplement } = derived(2024, [], { kept: new Set(['requests']) })
    expect(cell('requests.received.person')).toBe(0)
    expect(cell('requests.carriedOut.legal')).toBe(0)
    expect(supplement['received.online']).toBe(0)
    expect(supplement['processingFee.amount']).toBe('0')
    expect(Object.keys(cells).every((key) => key.startsWith('requests.'))).toBe(true)
    expect(supplement['publications.website']).toBeUndefined()
  })

  it('derives every cell that is no total, and every figure of the supplement, where all registers are kept', () => {
    for (const form of [form2019, form2021]) {
      const year = form === form2019 ? 2020 : 2024
      const { cells, supplement } = derived(year, [])
      const totals = form.totals.map(({ key }) => key)
      expect(new Set([...Object.keys(cells), ...totals])).toEqual(new Set(form.cells.keys()))
      expect(Object.keys(supplement).sort()).toEqual(form.definition.supplement.map(({ key }) => key).sort())
    }
  })

  it('S12: cuts the year at the end of 31 December', () => {
    const entries = [
      simpleRequest('2023-12-31', '2024-12-31'),
      simpleRequest('2024-12-31', '2025-01-01', 'partlyGranted'),
    ]
    const { cell } = derived(2024, entries)
    expect(cell('requests.carriedIn.person')).toBe(1)
    expect(cell('requests.received.person')).toBe(1)
    expect(cell('requests.granted.person')).toBe(1)
    expect(cell('requests.partlyGranted.person')).toBe(0)
    expect(cell('requests.carriedOut.person')).toBe(1)
    expect(derived(2025, entries).cell('requests.partlyGranted.person')).toBe(1)
    expect(derived(2025, entries).cell('requests.carriedOut.person')).toBe(0)
  })

  it('counts all three kinds of other handling in the one row of the 2019 form', () => {
    const ended = (outcome: 'other.rectificationOverdue' | 'other.feeOverdue' | 'other.other') => [
      simpleRequest('2020-03-02', '2020-04-02', outcome),
      simpleRequest('2021-03-02', '2021-04-02', outcome),
    ]
    const entries = [...ended('other.rectificationOverdue'), ...ended('other.feeOverdue'), ...ended('other.other')]
    expect(derived(2020, entries).cell('requests.other.person')).toBe(3)
    expect(derived(2021, entries).cell('requests.other.feeOverdue.person')).toBe(1)
  })

  it('counts a dispute as pending at each end of a year before its result', () => {
    const entries = [
      entryOf('disputes', { kind: 'afterReview', filed: '2021-12-30', concluded: '2023-05-04', result: 'corrected' }),
    ]
    const pending = [2021, 2022, 2023].map((year) => derived(year, entries).cell('disputes.afterReview.pending'))
    const corrected = [2021, 2022, 2023].map((year) => derived(year, entries).cell('disputes.afterReview.corrected'))
    expect(pending).toEqual([1, 1, 0])
    expect(corrected).toEqual([0, 0, 1])
  })

  it('counts a revised document as issued and as repealed, and keeps those in force', () => {
    const document = { title: '办法', kind: 'normativeDocument', made: '2019-05-01' }
    const entries = [
      openingEntry(2024, 'normativeDocument.inForce', '10'),
      entryOf('documents', { ...document, revised: '2024-02-01' }),
      entryOf('documents', { ...document, repealed: '2024-06-01', how: 'lapsed' }),
      entryOf('documents', { ...document, made: '2024-03-01' }),
    ]
    const { cell } = derived(2024, entries)
    expect(cell('disclosure.normativeDocument.issued')).toBe(2)
    expect(cell('disclosure.normativeDocument.repealed')).toBe(2)
    expect(cell('disclosure.normativeDocument.inForce')).toBe(10)
  })

  it('keeps what was published this year within the total that is public', () => {
    const document = { title: '公告', kind: 'otherDocument', made: '2020-02-01', published: '2020-02-02' }
    const old = { title: '旧', kind: 'otherDocument', made: '2015-02-01', repealed: '2020-09-01' }
    const entries = [
      openingEntry(2020, 'otherDocument.totalPublic', '5'),
      entryOf('documents', { ...document, repealed: '2020-08-01' }),
      entryOf('documents', { ...old, published: '2015-03-01' }),
      entryOf('documents', old),
    ]
    const { cell } = derived(2020, entries)
    expect(cell('disclosure.otherDocument.published')).toBe(1)
    expect(cell('disclosure.otherDocument.totalPublic')).toBe(4)
  })

  it('S4: adds money exactly, for the year and month by month', () => {
    const entries = [
      figureEntry('fee.amount', '2024-01', '0.1'),
      figureEntry('fee.amount', '2024-02', '0.2'),
      figureEntry('fee.amount', '2024-03', '190.457379'),
      figureEntry('fee.amount', '2023', '7'),
    ]
    expect(derived(2024, entries).cell('disclosure.fee.amount')).toBe('190.757379')
  })

  it('sums 微信, 微博 and 客户端 into the new media, 公告栏 and 其他 into the other channels', () => {
    const channels = ['wechat', 'weibo', 'app', 'noticeBoard', 'other', 'website', 'broadcast']
    const entries = channels.map((one, index) => figureEntry(`publications.${one}`, '2024', String(10 ** index)))
    expect(derived(2024, entries).supplement).toMatchObject({
      'publications.newMedia': 111,
      'publications.other': 11_000,
      'publications.website': 100_000,
      'publications.broadcast': 1_000_000,
      'publications.total': 1_111_111,
    })
  })

  it('reports the processing fees in the year in which they were paid', () => {
    const fee = (amount: string, paid: string | null) =>
      entryOf('requests', { arrived: '2023-11-01', way: 'inPerson', applicant: 'person' }, [
        { kind: 'fee', date: '2023-12-01', amount, received: '2023-12-01', paid },
      ])
    const entries = [fee('300', '2024-01-05'), fee('0.50', '2024-02-05'), fee('100', null), fee('20', '2023-12-31')]
    expect(derived(2024, entries).supplement['processingFee.amount']).toBe('300.5')
    expect(derived(2023, entries).supplement['processingFee.amount']).toBe('20')
  })

  it('leaves a stock empty while nobody knows what the year began with', () => {
    const kept = new Set(['documents', 'figures'])
    const { cell } = derived(2024, [], { kept })
    expect(cell('disclosure.normativeDocument.issued')).toBe(0)
    expect(cell('disclosure.normativeDocument.inForce')).toBeUndefined()
    const known = derived(2024, [], { kept, openings: { 'normativeDocument.inForce': '55' } })
    expect(known.cell('disclosure.normativeDocument.inForce')).toBe(55)
  })

  it('prints a rule that was made even where the unit makes none', () => {
    const entries = [entryOf('documents', { title: '规章', kind: 'rule', made: '2024-02-01' })]
    const { cell } = derived(2024, entries, { ruleRow: 'not-applicable' })
    expect(cell('disclosure.rule.issued')).toBe(1)
    expect(cell('disclosure.rule.repealed')).toBe('n/a')
    expect(derived(2024, []).cell('disclosure.rule.issued')).toBe(0)
  })

  it('S14, S19: leaves out an entry in the bin and a field that is typed wrong, but for an amount', () => {
    const wrong = figureEntry('trainings', '2024', '三次')
    const monthly = figureEntry('newMediaAccounts', '2024-03', '4')
    const binned = { ...figureEntry('trainings', '2024-05', '9'), binned: '2024-06-01' }
    const counted = [monthly, binned, figureEntry('trainings', '2024-07', '2')]
    const { supplement } = derived(2024, counted)
    expect(supplement.trainings).toBe(2)
    expect(supplement.newMediaAccounts).toBe(0)
    expect(derived(2024, [...counted, wrong]).supplement.trainings).toBe(UNREADABLE)
  })
})
