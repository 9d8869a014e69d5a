import { describe, expect, it } from 'vitest'
import { DerivedCounts, type DerivedFrom, UNREADABLE } from '../../../../../shared/steps/derive/derived-counts.ts'
import { formOf, keyOf } from '../../../../fixtures/read-fixture.ts'
import { everyRegister, factsOf, figureEntry, simpleRequest } from '../../../../fixtures/register-entries.ts'

const form = formOf('2021')
const from: DerivedFrom = { kept: everyRegister, openings: {}, ruleRow: 'zero' }
const fee = (value: string) => factsOf([figureEntry('fee.amount', '2024-03', value)]).get('figures')?.[0] ?? null
const request = (applicant: 'person' | 'legal') =>
  factsOf([simpleRequest('2024-03-04', null, 'granted', { applicant })]).get('requests')?.[0] ?? null

describe('DerivedCounts', () => {
  it('takes an amount off exactly as it was added', () => {
    const counts = new DerivedCounts(form, 2024)
    const amount = () => counts.figures(from).cells.get(keyOf(form, 'disclosure.fee.amount'))
    counts.addEntry('figures', fee('0.1'))
    counts.addEntry('figures', fee('0.2'))
    expect(amount()).toBe('0.3')
    counts.replaceEntry('figures', fee('0.1'), fee('100'))
    expect(amount()).toBe('100.2')
    counts.removeEntry('figures', fee('0.2'))
    expect(amount()).toBe('100')
    counts.removeEntry('figures', fee('100'))
    expect(amount()).toBe('0')
  })

  it('moves an entry to the figures that it counts in now, and passes over what does not count', () => {
    const counts = new DerivedCounts(form, 2024)
    counts.addEntry('requests', request('person'))
    counts.addEntry('requests', null)
    counts.addEntry('nothing', request('person'))
    counts.replaceEntry('requests', request('person'), request('legal'))
    const { cells } = counts.figures(from)
    expect(cells.get(keyOf(form, 'requests.received.person'))).toBe(0)
    expect(cells.get(keyOf(form, 'requests.received.legal'))).toBe(1)
  })

  it('goes on from a snapshot that went through JSON, exact sums too', () => {
    const counts = new DerivedCounts(form, 2024)
    counts.addEntry('requests', request('person'))
    const [amount = null] = factsOf([figureEntry('fee.amount', '2024', '0.1')]).get('figures') ?? []
    counts.addEntry('figures', amount)
    const restored = DerivedCounts.restore(form, 2024, JSON.parse(JSON.stringify(counts.snapshot())))
    expect(restored.figures(from)).toEqual(counts.figures(from))
    restored.removeEntry('figures', amount)
    restored.removeEntry('requests', request('person'))
    expect(restored.snapshot()).toEqual(new DerivedCounts(form, 2024).snapshot())
    expect(counts.figures(from).cells.get(keyOf(form, 'disclosure.fee.amount'))).toBe('0.1')
  })

  it('S19: says of a figure with an amount that can’t be read that it can’t be, until it is mended', () => {
    const counts = new DerivedCounts(form, 2024)
    const amount = () => counts.figures(from).cells.get(keyOf(form, 'disclosure.fee.amount'))
    counts.addEntry('figures', fee('3'))
    counts.addEntry('figures', fee('12万'))
    expect(amount()).toBe(UNREADABLE)
    const restored = DerivedCounts.restore(form, 2024, JSON.parse(JSON.stringify(counts.snapshot())))
    restored.replaceEntry('figures', fee('12万'), fee('12'))
    expect(restored.figures(from).cells.get(keyOf(form, 'disclosure.fee.amount'))).toBe('15')
    const opening = { ...from, openings: { 'rule.inForce': null } }
    expect(counts.figures(opening).cells.get(keyOf(form, 'disclosure.fee.amount'))).toBe(UNREADABLE)
  })

  it('takes no snapshot of other derivations', () => {
    expect(() => DerivedCounts.restore(form, 2024, { counts: [1], sums: {}, unread: {} })).toThrow('figures, not 1')
  })
})
