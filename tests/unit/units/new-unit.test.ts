import { describe, expect, it } from 'vitest'
import { emptyFields, unitsFromFields } from '../../../renderer/features/units/new-unit.ts'
import { unitLevels, unitProfile } from '../../../shared/records/unit-record.ts'
import { unit } from '../../fixtures/test-store.ts'

const fields = { ...emptyFields, name: ' 花园镇 ' }

describe('unitsFromFields()', () => {
  it('makes a unit of the name alone, kept on this PC under a code of its own', () => {
    const [garden, ...others] = unitsFromFields(fields, [])
    expect(others).toEqual([])
    expect(garden).toMatchObject({ profile: { name: '花园镇', level: 'township', parent: null }, kept: true })
    expect(garden?.code).toMatch(/^local:[0-9a-f-]{36}$/)
  })

  it('takes the code that was typed', () => {
    expect(unitsFromFields({ ...fields, code: ' 420921100000 ' }, [])[0]?.code).toBe('420921100000')
  })

  it('makes the unit above too, known by name only', () => {
    const [county, garden] = unitsFromFields({ ...fields, parentName: ' 孝昌县 ' }, [])
    expect(county).toMatchObject({ profile: { name: '孝昌县', level: 'county', parent: null }, kept: false })
    expect(garden?.profile.parent).toBe(county?.code)
  })

  it('stands below a unit of that name that is known', () => {
    const known = unit('420921000000', '孝昌县', 'county', null)
    const made = unitsFromFields({ ...fields, parentName: '孝昌县' }, [known])
    expect(made).toHaveLength(1)
    expect(made[0]?.profile.parent).toBe('420921000000')
  })

  it('gives every level a unit above it that can be stored', () => {
    for (const level of unitLevels) {
      const made = unitsFromFields({ ...fields, level, parentName: '上级' }, [])
      expect(made).toHaveLength(2)
      for (const { profile } of made) expect(unitProfile.safeParse(profile).success).toBe(true)
      const [above] = made
      const rank = unitLevels.indexOf(above?.profile.level ?? 'village')
      expect(rank).toBeLessThanOrEqual(unitLevels.indexOf(level))
    }
  })
})
