import { beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../../../renderer/store/store.ts'
import { readChildren, readOneUnit, readUnits } from '../../../../../renderer/store/tables/read-units.ts'
import { memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../../../../fixtures/test-store.ts'

let store: Store

beforeEach(async () => {
  store?.database.close()
  await forgetDatabase()
  store = (await startStore(memoryDisk())).store
})

const codes = async () => (await readUnits(store.database)).map(({ code }) => code)

describe('readUnits()', () => {
  it('lists the tree top down, siblings in their order', async () => {
    await addUnits(store, [
      unit('v', '一村', 'village', 't2'),
      unit('t1', '花园镇', 'township', 'c', 2),
      unit('t2', '丰山镇', 'township', 'c', 1),
      unit('c', '孝昌县', 'county', null),
    ])
    expect(await codes()).toEqual(['c', 't2', 'v', 't1'])
    expect((await readChildren(store.database, 'c')).map(({ code }) => code)).toEqual(['t2', 't1'])
  })

  it('lists units whose upper unit is not known, and circles, too', async () => {
    await addUnits(store, [
      unit('t1', '花园镇', 'township', 'gone'),
      unit('a', '甲', 'county', 'b'),
      unit('b', '乙', 'county', 'a'),
    ])
    expect((await codes()).sort()).toEqual(['a', 'b', 't1'])
  })
})

describe('readOneUnit()', () => {
  it('gives null for a unit that is not there', async () => {
    expect(await readOneUnit(store.database, 'nobody')).toBe(null)
  })
})
