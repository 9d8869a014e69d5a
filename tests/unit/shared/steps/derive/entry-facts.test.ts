import { describe, expect, it } from 'vitest'
import { nextNumber } from '../../../../../shared/model/entry/next-number.ts'
import { entryFacts } from '../../../../../shared/steps/derive/entry-facts.ts'
import { yearEnd } from '../../../../../shared/steps/derive/year-end.ts'
import { nationalHolidays, registers } from '../../../../fixtures/catalogue.ts'
import { entryOf, registerOf, requestEntry, simpleRequest } from '../../../../fixtures/register-entries.ts'

const factOf = (entry: ReturnType<typeof entryOf>) => entryFacts(registerOf(entry.id.register), entry, nationalHolidays)

describe('entryFacts()', () => {
  it('holds neither free text nor titles', () => {
    const dispute = entryOf('disputes', { kind: 'review', filed: '2024-01-02', caseNumber: '某号' })
    expect(factOf(dispute)).toEqual({
      kind: 'review',
      filed: '2024-01-02',
      request: null,
      concluded: null,
      result: null,
    })
    const request = entryOf('requests', {
      arrived: '2024-01-02',
      way: 'inPerson',
      applicant: 'person',
      organ: '李四的档案室',
    })
    expect(JSON.stringify(factOf(request))).not.toContain('李四')
  })

  it('is never given what a request or a case is about: that is not typed in clear', () => {
    expect(() => entryOf('disputes', { filed: '2024-01-02', about: '张三不服' })).toThrow('not typed in clear')
    expect(() => entryOf('requests', { arrived: '2024-01-02', subject: '李四的档案' })).toThrow('not typed in clear')
  })

  it('is nothing for an entry in the bin and for a request whose receipt cannot be read', () => {
    expect(factOf({ ...simpleRequest('2024-01-02', null), binned: '2024-02-01' })).toBeNull()
    expect(factOf(entryOf('requests', { arrived: '2024-01-02', way: 'online' }))).toBeNull()
    expect(factOf(entryOf('requests', { arrived: '2024-02-30', way: 'online', applicant: 'person' }))).toBeNull()
  })
})

describe('yearEnd(registers)', () => {
  const withFacts = (entries: ReturnType<typeof entryOf>[]) => entries.map((entry) => ({ entry, facts: factOf(entry) }))
  const open = simpleRequest('2024-12-31', null)
  const answeredNextDay = simpleRequest('2023-12-29', '2025-01-01')
  const unconfirmed = requestEntry({ arrived: '2024-12-30', way: 'online', confirmed: null, applicant: 'person' })
  const requests = withFacts([
    open,
    answeredNextDay,
    unconfirmed,
    simpleRequest('2025-01-01', null),
    simpleRequest('2024-12-01', '2024-12-31'),
    { ...simpleRequest('2024-12-01', null), binned: '2024-12-02' },
  ])
  const review = entryOf('disputes', { kind: 'review', filed: '2024-06-01' })
  const over = entryOf('disputes', { kind: 'direct', filed: '2024-06-01', concluded: '2024-12-31', result: 'other' })

  it('lists what is open at the end of 31 December, longest open first', () => {
    const found = yearEnd(registers, 2024, requests, withFacts([review, over]))
    expect(found.open.map(({ entry }) => entry)).toEqual([answeredNextDay, review, unconfirmed, open])
    expect(found.carriedIn.map(({ entry }) => entry)).toEqual([answeredNextDay])
    expect(found.unconfirmed.map(({ entry }) => entry)).toEqual([unconfirmed])
  })

  it('carries into the next year what it listed', () => {
    const next = yearEnd(registers, 2025, requests, withFacts([review]))
    expect(next.carriedIn).toEqual(yearEnd(registers, 2024, requests, withFacts([review])).open)
  })
})

describe('nextNumber()', () => {
  it('counts on within the year and passes over numbers of another shape', () => {
    expect(nextNumber(2026, [])).toBe('2026-001')
    expect(nextNumber(2026, ['2026-009', '2025-080', '信公〔2026〕99号'])).toBe('2026-010')
    expect(nextNumber(2026, ['2026-999'])).toBe('2026-1000')
  })
})
