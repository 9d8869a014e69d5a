import { describe, expect, it } from 'vitest'
import { adoptUnits } from '../../../../../renderer/features/units/adopt-units.ts'
import { unitChanges } from '../../../../../shared/actions/unit-changes.ts'
import { applyFrame } from '../../../../../shared/journal/apply-frame.ts'
import type { Change } from '../../../../../shared/journal/frame.ts'
import type { UnitName } from '../../../../../shared/model/report/report.ts'
import { codeOf, codesOf, readUnit, type Unit } from '../../../../../shared/model/unit/unit-record.ts'
import type { Groups } from '../../../../../shared/record/groups.ts'
import { unit } from '../../../../fixtures/test-store.ts'

const desk = unit('420921000000', '孝昌县', 'county', null)
const garden: UnitName = { code: '420921100000', name: '花园镇' }

type Records = ReadonlyMap<string, Groups>
const after = (records: Records, changes: readonly Change[]): Records =>
  changes.length === 0
    ? records
    : new Map([
        ...records,
        ...applyFrame(records, {
          v: 1,
          seq: records.size === 0 ? 1 : 2,
          hlc: `1600000000000-000${records.size === 0 ? 1 : 2}-test`,
          device: 'test',
          action: 'adopt',
          author: '',
          unit: desk.code,
          year: 2026,
          changes: [...changes],
        }),
      ])

/** The units as they are stored once the senders stand on the list. */
async function adopted(known: readonly Unit[], senders: readonly UnitName[]): Promise<Map<string, Unit | null>> {
  const stored = after(new Map(), [desk, ...known].flatMap(unitChanges))
  const read = async (entity: string, record: string): Promise<Groups> => stored.get(`${entity} ${record}`) ?? {}
  const then = after(stored, await adoptUnits(desk, known, senders, read))
  return new Map([...then].map(([key, groups]) => [key.slice('unit '.length), readUnit(key.slice(5), groups)]))
}

describe('adoptUnits()', () => {
  it('puts a sender on the desk’s list, at its end, as its file names it', async () => {
    const units = await adopted([unit('t1', '周巷镇', 'township', desk.code, 0)], [garden])
    expect(units.get('420921100000')).toEqual({
      code: '420921100000',
      profile: { name: '花园镇', level: 'township', parent: desk.code, order: 1, ruleRow: null, sample: false },
      contact: { author: '', reviewer: '', phone: '' },
      kept: false,
    })
    expect(units.get('t1')?.profile.parent).toBe(desk.code)
  })

  it('gives the code of the file to who was listed by that name only: place, phone number and earlier files stay', async () => {
    const byName = { ...unit('local:1', '花园镇', 'township', desk.code, 7), kept: false }
    const units = await adopted([byName], [garden])
    expect(units.get('420921100000')).toBeUndefined()
    expect(units.get('local:1')).toEqual({ ...byName, adoptedCode: garden.code, aliases: [garden.code] })
  })

  it('keeps both codes of a sender that first had none of its own, then its real one', async () => {
    const byName = { ...unit('local:desk', '花园镇', 'township', desk.code, 7), kept: false }
    const first = (await adopted([byName], [{ ...garden, code: 'local:sender' }])).get('local:desk')
    if (!first) throw new Error('gone')
    expect(first).toMatchObject({ aliases: ['local:sender'] })
    expect(codeOf(first)).toBe('local:desk')
    const then = (await adopted([first], [garden])).get('local:desk')
    if (!then) throw new Error('gone')
    expect(codesOf(then)).toEqual(['local:desk', garden.code, 'local:sender'])
    expect(codeOf(then)).toBe(garden.code)
  })

  it('leaves a namesake with an official code where it is', async () => {
    const other = unit('420921100001', '花园镇', 'township', desk.code, 0)
    const units = await adopted([other], [garden])
    expect(units.get('420921100001')).toEqual(other)
    expect(units.get('420921100000')?.profile).toMatchObject({ parent: desk.code, order: 1 })
  })

  it('gives it to a namesake that this PC fills in for, whose books go on', async () => {
    const kept = unit('local:1', '花园镇', 'township', desk.code, 0)
    const units = await adopted([kept], [garden])
    expect(units.get('local:1')).toEqual({ ...kept, adoptedCode: garden.code, aliases: [garden.code] })
  })

  it('moves a unit that this PC knows already: it keeps its reports, its people and its row 规章', async () => {
    const { profile, ...rest } = unit('420921100000', '花园', 'township', null)
    const elsewhere: Unit = { ...rest, profile: { ...profile, ruleRow: 'not-applicable' } }
    const units = await adopted([elsewhere], [garden])
    expect(units.get('420921100000')).toEqual({
      ...elsewhere,
      profile: { ...elsewhere.profile, name: '花园镇', parent: desk.code },
    })
    expect(elsewhere.contact.author).toBe('王芳')
  })

  it('takes several at once, one after the other, and a name that says nothing for that of a department', async () => {
    const strange: UnitName = { code: 'd1', name: '县教育局' }
    const units = await adopted([], [garden, strange])
    expect(units.get('420921100000')?.profile.order).toBe(0)
    expect(units.get('d1')?.profile).toMatchObject({ order: 1, level: 'department' })
  })

  it('changes nothing the second time', async () => {
    const adoptedOnce = [...(await adopted([], [garden])).values()].flatMap((one) => (one === null ? [] : [one]))
    const stored = after(new Map(), adoptedOnce.flatMap(unitChanges))
    const read = async (entity: string, record: string): Promise<Groups> => stored.get(`${entity} ${record}`) ?? {}
    expect(await adoptUnits(desk, adoptedOnce, [garden], read)).toEqual([])
  })
})
