import { describe, expect, it } from 'vitest'
import { signOffEdit, unitChanges, unitEdits } from '../../../../../shared/actions/unit-changes.ts'
import { readUnit, receivesReports, ruleRowOf, signOffName } from '../../../../../shared/model/unit/unit-record.ts'
import type { Groups } from '../../../../../shared/record/groups.ts'
import { withChanges } from '../../../../fixtures/register-entries.ts'
import { unit } from '../../../../fixtures/test-store.ts'

const garden = unit('t1', '花园镇', 'township', 'c')
const stored: Groups = Object.fromEntries(
  unitChanges(garden).map(({ group, value }) => [group, { value, stamp: '1', author: '', device: '' }]),
)

describe('unitChanges()', () => {
  it('makes a unit that reads back', () => {
    expect(readUnit('t1', stored)).toEqual(garden)
  })
})

describe('unitEdits()', () => {
  it('changes only what differs', () => {
    expect(unitEdits(stored, garden)).toEqual([])
    const renamed = { ...garden, profile: { ...garden.profile, name: '花园街道' } }
    expect(unitEdits(stored, renamed)).toMatchObject([
      { entity: 'unit', record: 't1', group: 'profile', previous: { name: '花园镇' }, value: { name: '花园街道' } },
    ])
  })
})

describe('signOffName()', () => {
  it('is the name of the unit until another is given, and again when that is taken back', () => {
    const signed = withChanges(stored, signOffEdit('t1', stored, ' 花园镇人民政府 '))
    const [before, after] = [readUnit('t1', stored), readUnit('t1', signed)]
    const back = readUnit('t1', withChanges(signed, signOffEdit('t1', signed, '')))
    expect([before, after, back].map((one) => one && signOffName(one))).toEqual(['花园镇', '花园镇人民政府', '花园镇'])
    // What else is said of the unit leaves it alone.
    expect(after && unitEdits(signed, after)).toEqual([])
  })
})

describe('ruleRowOf()', () => {
  it('goes by the level where the unit says nothing', () => {
    expect(ruleRowOf(garden.profile)).toBe('zero')
    expect(ruleRowOf(unit('s', '孝感市', 'city', null).profile)).toBe('figures')
    expect(ruleRowOf({ ...garden.profile, ruleRow: 'not-applicable' })).toBe('not-applicable')
  })
})

describe('receivesReports()', () => {
  it.each(['province', 'city', 'county'] as const)(
    'is always so of a %s, also before a unit stands below it',
    (level) => {
      const above = unit('a', '上级', level, null)
      expect(receivesReports(above, [above])).toBe(true)
    },
  )

  it.each(['department', 'township', 'village'] as const)('is so of a %s once a unit stands below it', (level) => {
    const above = unit('a', '本级', level, 'c')
    expect(receivesReports(above, [above, garden, unit('v', '丰年村', 'village', 't1')])).toBe(false)
    expect(receivesReports(above, [above, unit('v', '丰年村', 'village', 'a')])).toBe(true)
  })
})
