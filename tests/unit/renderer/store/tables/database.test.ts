import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DATABASE_NAME, Database } from '../../../../../renderer/store/tables/database.ts'
import { migrations } from '../../../../../renderer/store/tables/migrations/migrations.ts'
import { readSummaries } from '../../../../../renderer/store/tables/read-packages.ts'
import { readUnits } from '../../../../../renderer/store/tables/read-units.ts'
import { catalogue } from '../../../../fixtures/catalogue.ts'
import { memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { storeDump } from '../../../../fixtures/store-dump.ts'
import { type } from '../../../../fixtures/stored-entries.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../../../../fixtures/test-store.ts'

/** The schema as version 1 was released. Never changed: it is what stands on the PCs. */
const released = {
  units: 'id, parent',
  reports: 'id, [unit+year]',
  packages: 'id, [unit+year]',
  finals: 'id, unit',
  exports: 'id, [unit+year+layer]',
  log: 'seq, [unit+year]',
  meta: 'key',
}

let database: Database

beforeEach(forgetDatabase)
afterEach(() => database.close())

describe('Database', () => {
  it('opens what version 1 wrote, with every row', async () => {
    const disk = memoryDisk()
    const { store } = await startStore(disk)
    await addUnits(store, [unit('c', '孝昌县', 'county', null), unit('t1', '花园镇', 'township', 'c')])
    const dump = await storeDump(store.database)
    const rows = await Promise.all(
      Object.keys(released).map(async (name) => [name, await store.database.table(name).toArray()] as const),
    )
    store.database.close()

    await forgetDatabase()
    const old = new Dexie(DATABASE_NAME)
    old.version(1).stores(released)
    for (const [name, content] of rows) if (name in released) await old.table(name).bulkPut(content)
    old.close()

    database = new Database(catalogue)
    await database.open()
    expect(await storeDump(database)).toBe(dump)
    expect((await readUnits(database)).map(({ code }) => code)).toEqual(['c', 't1'])
    expect(await readSummaries(database, 2020)).toEqual([])
    expect(database.isNewer).toBe(false)
  })

  it('makes the entries that version 2 wrote anew from the journal, with their facts', async () => {
    const disk = memoryDisk()
    const { store } = await startStore(disk)
    await addUnits(store, [unit('t1', '花园镇', 'township', null)])
    await type(store, 't1', 2024, 'requests', { arrived: '2024-03-01', way: 'inPerson', applicant: 'person' })
    const rows = await store.database.entries.toArray()
    const [applied] = await store.database.meta.toArray()
    store.database.close()

    await forgetDatabase()
    const old = new Dexie(DATABASE_NAME)
    old.version(2).stores({ ...released, entries: 'id, [unit+register]' })
    await old
      .table('entries')
      .bulkPut(rows.map(({ id, unit: of, register, groups }) => ({ id, unit: of, register, groups })))
    await old.table('meta').put({ key: 'applied', journalId: applied?.journalId, seq: applied?.seq, hlc: applied?.hlc })
    old.close()

    database = (await startStore(disk)).store.database
    expect(await database.entries.toArray()).toEqual(rows)
    expect(rows).toMatchObject([
      { day: '2024-03-01', open: 1, serial: '2024-000000001', facts: { applicant: 'person' } },
    ])
  })

  it('carries rows over when a version is added', async () => {
    const first = new Database(catalogue)
    await first.units.put({ id: 'c', parent: '', groups: {} })
    first.close()
    database = new Database(catalogue, [
      ...migrations,
      {
        version: migrations.length + 1,
        stores: { units: 'id, parent, name' },
        upgrade: async (transaction) => {
          await transaction.table('units').toCollection().modify({ name: '孝昌县' })
        },
      },
    ])
    expect(await database.table('units').where('name').equals('孝昌县').count()).toBe(1)
  })

  it('refuses steps that are out of order', () => {
    database = new Database(catalogue)
    const [first] = migrations
    if (first === undefined) throw new Error('no migration')
    expect(() => new Database(catalogue, [first, { ...first, version: 3 }])).toThrow(
      'migration 3 stands where 2 should',
    )
    expect(() => new Database(catalogue, [{ ...first, version: 2 }])).toThrow('migration 2 stands where 1 should')
  })
})
