import { describe, expect, it } from 'vitest'
import { keepFrom, keepNoLonger } from '../../../../../shared/actions/kept-register-changes.ts'
import { figuresKey, isKept, keepKeyOf, keptIn, readKept } from '../../../../../shared/model/unit/kept-registers.ts'
import type { Groups } from '../../../../../shared/record/groups.ts'
import { withChanges } from '../../../../fixtures/register-entries.ts'

const keep = (groups: Groups, key: string, year: number) => withChanges(groups, keepFrom('u', groups, key, year))

describe('keepFrom()', () => {
  it('keeps a register from the earliest year on, and touches no other group of the unit', () => {
    let groups: Groups = { kept: { value: true, stamp: '1', author: '', device: '' } }
    groups = keep(groups, 'requests', 2024)
    expect(keepFrom('u', groups, 'requests', 2025)).toEqual([])
    groups = keep(keep(groups, 'requests', 2023), 'disputes', 2024)
    expect(readKept(groups)).toEqual({ requests: 2023, disputes: 2024 })
    expect(groups.kept?.value).toBe(true)
    expect([...keptIn(readKept(groups), 2023)]).toEqual(['requests'])
    expect([...keptIn(readKept(groups), 2022)]).toEqual([])
    expect(readKept(withChanges(groups, keepNoLonger('u', groups, 'requests')))).toEqual({ disputes: 2024 })
  })
})

describe('keepKeyOf()', () => {
  it('keeps figures by group, openings not at all', () => {
    expect(keepKeyOf('requests', {})).toBe('requests')
    expect(keepKeyOf('figures', { subject: 'publications.website' })).toBe('figures:publications')
    expect(keepKeyOf('figures', { subject: '' })).toBeNull()
    expect(keepKeyOf('openings', { stock: 'rule.inForce' })).toBeNull()
  })
})

describe('isKept()', () => {
  it('knows a group by itself and by its whole register', () => {
    expect(isKept(new Set([figuresKey('licence.decisions')]), 'figures:licence')).toBe(true)
    expect(isKept(new Set([figuresKey('licence.decisions')]), 'figures:fee')).toBe(false)
    expect(isKept(new Set(['figures']), 'figures:fee')).toBe(true)
  })
})
