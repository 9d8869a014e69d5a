import { describe, expect, it } from 'vitest'
import { contributions, entriesBehind } from '../../../../../shared/steps/derive/trace.ts'
import { formOf } from '../../../../fixtures/read-fixture.ts'
import { entryOf, factsOf, simpleRequest } from '../../../../fixtures/register-entries.ts'

const form2019 = formOf('2019')
const form2021 = formOf('2021')
const factOf = (entry: ReturnType<typeof entryOf>) => factsOf([entry]).get(entry.id.register)?.[0] ?? null

describe('contributions()', () => {
  it('names the figures in which a request counts', () => {
    const facts = factOf(simpleRequest('2024-05-06', '2024-05-20', 'partlyGranted', { applicant: 'legal' }))
    expect(contributions(form2021, 2024, 'requests', facts)).toEqual([
      { figure: 'requests.partlyGranted.legal', amount: '1', sign: 1 },
      { figure: 'requests.received.legal', amount: '1', sign: 1 },
      { figure: 'received.online', amount: '1', sign: 1 },
      { figure: 'answered.onTime', amount: '1', sign: 1 },
    ])
    expect(contributions(form2021, 2025, 'requests', facts)).toEqual([])
  })

  it('says what is taken off, and the amount of a figure', () => {
    const document = { title: '旧', kind: 'normativeDocument', made: '2020-01-06', repealed: '2024-02-01' }
    expect(contributions(form2021, 2024, 'documents', factOf(entryOf('documents', document)))).toEqual([
      { figure: 'disclosure.normativeDocument.repealed', amount: '1', sign: 1 },
      { figure: 'disclosure.normativeDocument.inForce', amount: '1', sign: -1 },
    ])
    const figure = entryOf('figures', { subject: 'procurement.amount', period: '2020', value: '1592.5' })
    expect(contributions(form2019, 2020, 'figures', factOf(figure))).toEqual([
      { figure: 'disclosure.procurement.amount', amount: '1592.5', sign: 1 },
    ])
  })
})

describe('entriesBehind()', () => {
  const facts = factOf(simpleRequest('2024-05-06', '2024-05-20', 'granted', { applicant: 'legal' }))

  it('finds the entries of a figure', () => {
    const { registers, stocks, counts } = entriesBehind(form2021, 2024, 'requests.granted.legal')
    expect([registers, stocks]).toEqual([['requests'], []])
    expect(counts('requests', facts)).toBe(true)
    expect(counts('requests', null)).toBe(false)
    expect(entriesBehind(form2021, 2024, 'requests.granted.person').counts('requests', facts)).toBe(false)
    expect(entriesBehind(form2021, 2023, 'requests.granted.legal').counts('requests', facts)).toBe(false)
  })

  it('finds behind a total those of its parts, through totals of totals', () => {
    for (const total of ['requests.granted.total', 'requests.total.legal', 'requests.total.total']) {
      expect(entriesBehind(form2021, 2024, total).counts('requests', facts)).toBe(true)
    }
    expect(entriesBehind(form2021, 2024, 'requests.carriedOut.total').counts('requests', facts)).toBe(false)
  })

  it('names the openings of a stock, and nothing for a figure that does not derive', () => {
    expect(entriesBehind(form2019, 2020, 'disclosure.rule.totalPublic')).toMatchObject({
      registers: ['documents'],
      stocks: ['rule.totalPublic'],
    })
    expect(entriesBehind(form2019, 2020, 'question.hours')).toMatchObject({ registers: [], stocks: [] })
  })
})
