import { describe, expect, it } from 'vitest'
import { type Request, receiptWays } from '../../../../../shared/model/entry/request.ts'
import { requestFacts } from '../../../../../shared/steps/derive/request-facts.ts'
import { nationalHolidays } from '../../../../fixtures/catalogue.ts'
import { handedIn } from '../../../../fixtures/dated-request.ts'

const factsOf = (request: Request) => requestFacts(request, nationalHolidays)

const online = (arrived: string, confirmed: string | null): Request => ({
  receipt: { arrived, way: 'online', confirmed, applicant: 'research' },
  stages: [],
})

describe('requestFacts()', () => {
  it('of an open request', () => {
    expect(factsOf(handedIn('2024-09-05'))).toEqual({
      received: '2024-09-05',
      applicant: 'person',
      way: 'inPerson',
      concluded: null,
      outcome: null,
      punctuality: null,
      processingFee: null,
      feePaid: null,
    })
  })

  it('S12: counts in the year of the confirmation, and of the arrival until then', () => {
    expect(factsOf(online('2024-12-31', '2025-01-02')).received).toBe('2025-01-02')
    expect(factsOf(online('2024-12-31', null)).received).toBe('2024-12-31')
  })

  it('keeps the first receipt when the clock starts anew', () => {
    const request = handedIn(
      '2024-12-30',
      { kind: 'rectification', date: '2024-12-31', period: 10, answered: '2025-01-08' },
      { kind: 'decision', date: '2025-02-13', outcome: 'refused.thirdParty', documentNumber: '1' },
    )
    expect(factsOf(request)).toMatchObject({
      received: '2024-12-30',
      concluded: '2025-02-13',
      outcome: 'refused.thirdParty',
      punctuality: 'late',
    })
  })

  it('counts both kinds of mail as letters', () => {
    const ways = receiptWays.map(
      (way) => factsOf({ ...online('2024-09-05', null), receipt: { ...online('2024-09-05', null).receipt, way } }).way,
    )
    expect(ways).toEqual(['inPerson', 'letter', 'letter', 'online', 'fax', 'other'])
  })

  it('says a withdrawal in place of an outcome, neither in time nor late', () => {
    expect(factsOf(handedIn('2024-09-05', { kind: 'withdrawal', date: '2024-12-01' }))).toMatchObject({
      concluded: '2024-12-01',
      outcome: 'withdrawal',
      punctuality: null,
    })
  })

  it('gives the fee that was paid, else the one last asked', () => {
    const fee = (date: string, amount: string, paid: string | null) =>
      ({ kind: 'fee', date, amount, received: date, paid }) as const
    const facts = (...fees: ReturnType<typeof fee>[]) => {
      const { processingFee, feePaid } = factsOf(handedIn('2024-09-05', ...fees))
      return [processingFee, feePaid]
    }
    expect(facts(fee('2024-09-06', '100', null))).toEqual(['100', null])
    expect(facts(fee('2024-09-06', '100', null), fee('2024-09-09', '200.50', null))).toEqual(['200.50', null])
    expect(facts(fee('2024-09-06', '100', '2024-09-07'), fee('2024-09-09', '200', null))).toEqual(['100', '2024-09-07'])
  })

  it('concludes nothing before it was received', () => {
    const decided: Request = {
      ...online('2024-12-30', '2025-01-02'),
      stages: [{ kind: 'decision', date: '2024-12-31', outcome: 'granted', documentNumber: '' }],
    }
    expect(factsOf(decided)).toMatchObject({ received: '2025-01-02', concluded: '2025-01-02', punctuality: 'onTime' })
  })
})
