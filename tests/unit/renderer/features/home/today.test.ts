import { describe, expect, it } from 'vitest'
import { figuresDue } from '../../../../../renderer/features/home/figures-due.ts'
import { countOpen, openRequests } from '../../../../../renderer/features/home/open-requests.ts'
import type { Entry, StoredStage } from '../../../../../shared/model/entry/entry-record.ts'
import { nationalHolidays, requestsRegister } from '../../../../fixtures/catalogue.ts'

const ids = (...periods: string[]) => periods.map((period) => `u|figures|${period}/publications.website`)

describe('figuresDue()', () => {
  it('asks for the first figure of the year', () => {
    expect(figuresDue([], 2026, '2026-11-23')).toBe('none')
    expect(figuresDue(ids('2025'), 2026, '2026-11-23')).toBe('none')
  })

  it('asks a unit that writes by the month for the last month that is over', () => {
    expect(figuresDue(ids('2026-09'), 2026, '2026-11-23')).toBe(10)
    expect(figuresDue(ids('2026-10'), 2026, '2026-11-23')).toBeNull()
    expect(figuresDue(ids('2026-10'), 2026, '2026-11-25')).toBe(11)
    expect(figuresDue(ids('2026-11'), 2026, '2027-01-02')).toBe(12)
  })

  it('asks nothing of a unit that writes once a year, nor in early January', () => {
    expect(figuresDue(ids('2026'), 2026, '2026-11-23')).toBeNull()
    expect(figuresDue(ids('2026', '2026-01'), 2026, '2026-01-10')).toBeNull()
  })
})

describe('openRequests(requestsRegister)', () => {
  const entry = (name: string, arrived: string, stages: StoredStage[] = []): Entry => ({
    id: { unit: 'u', register: 'requests', entry: name },
    fields: { arrived, way: 'inPerson', applicant: 'person' },
    stages,
    personal: null,
    binned: null,
    unread: [],
  })
  const asked = { kind: 'rectification', date: '2026-11-10', period: 15, answered: null } as const
  const entries = [
    entry('new', '2026-11-20'),
    entry('overdue', '2026-09-01'),
    entry('asked', '2026-11-09', [{ id: '1', stage: asked }]),
    entry('near', '2026-10-28'),
    entry('wrong', '3月'),
  ]
  const open = openRequests(requestsRegister, entries, nationalHolidays, '2026-11-23')

  it('puts what is overdue first, then what nobody can reckon, then by the last day, and what waits for others last', () => {
    expect(open.map((one) => one.entry.id.entry)).toEqual(['overdue', 'wrong', 'near', 'new', 'asked'])
  })

  it('counts what is overdue, near, and waiting', () => {
    expect(countOpen(open)).toEqual({ all: 5, overdue: 1, near: 1, waiting: 1 })
  })
})
