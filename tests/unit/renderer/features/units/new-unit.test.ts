import { describe, expect, it } from 'vitest'
import { emptyFields, unitsFromEdit, unitsFromFields } from '../../../../../renderer/features/units/new-unit.ts'
import { unitLevels, unitProfile } from '../../../../../shared/model/unit/unit-record.ts'
import { unit } from '../../../../fixtures/test-store.ts'

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

  it('gives a unit that has no real code the one that is typed: its books go on', () => {
    const local = unit('local:1', '花园镇', 'township', null)
    const [garden] = unitsFromFields({ ...fields, code: '420921100000' }, [local])
    expect(garden).toMatchObject({ code: 'local:1', adoptedCode: '420921100000', kept: true })
    const [again] = garden === undefined ? [] : unitsFromFields({ ...fields, code: '420921100000' }, [garden])
    expect(again).toMatchObject({ code: 'local:1', adoptedCode: '420921100000', aliases: ['420921100000'] })
  })

  it('makes another unit of a kept one’s name where no code is typed', () => {
    const [garden] = unitsFromFields(fields, [unit('local:1', '花园镇', 'township', null)])
    expect(garden?.code).not.toBe('local:1')
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

describe('unitsFromEdit()', () => {
  const local = unit('local:1', '花园镇', 'township', null)

  it('takes a real code for a unit that had none, and a better one after it', () => {
    const [named] = unitsFromEdit(local, { ...fields, code: '420921100001' }, [local])
    if (named === undefined) throw new Error('gone')
    expect(named).toMatchObject({ code: 'local:1', adoptedCode: '420921100001' })
    const [mended] = unitsFromEdit(named, { ...fields, code: '420921100000' }, [named])
    expect(mended).toMatchObject({ adoptedCode: '420921100000', aliases: ['420921100001', '420921100000'] })
  })

  it('leaves the code alone that a unit began with', () => {
    const official = unit('420921100000', '花园镇', 'township', null)
    const [same] = unitsFromEdit(official, { ...fields, code: '420921100009' }, [official])
    expect(same).not.toHaveProperty('adoptedCode')
  })
})
