import { Dexie } from 'dexie'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../../../renderer/store/open/open-store.ts'
import type { OpenProgress, Store } from '../../../../../renderer/store/store.ts'
import { DATABASE_NAME, Database } from '../../../../../renderer/store/tables/database.ts'
import { editReport } from '../../../../../renderer/store/write/record-action.ts'
import { narrativeEdit } from '../../../../../shared/actions/report-changes.ts'
import { builtInData } from '../../../../../shared/catalogue/built-in.ts'
import type { ReportId } from '../../../../../shared/model/report/report-record.ts'
import { fail, ok } from '../../../../../shared/values/result.ts'
import { catalogue } from '../../../../fixtures/catalogue.ts'
import { type MemoryDisk, memoryDesktop, memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { stampedDump } from '../../../../fixtures/store-dump.ts'
import { testPackages } from '../../../../fixtures/test-packages.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../../../../fixtures/test-store.ts'

/** As Chromium answers where a file of its own is gone, until it is not shut any more. */
class Shut extends IDBFactory {
  isShut = false

  override open(name: string, version?: number): IDBOpenDBRequest {
    if (!this.isShut) return super.open(name, version)
    // Of a version that there is no way back from: an error event, under Chromium's name.
    super.open('shut', 2)
    const request = super.open('shut', 1)
    const error = new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError')
    Object.defineProperty(request, 'error', { get: () => error, set: () => {} })
    return request
  }
}
const shut = new Shut()
Dexie.dependencies.indexedDB = shut

const id: ReportId = { unit: 't1', year: 2020, layer: 'own' }
let disk: MemoryDisk

beforeEach(async () => {
  await forgetDatabase()
  disk = memoryDisk()
})

const write = (store: Store, text: string) =>
  editReport(store, id, 'write', (groups) => narrativeEdit(id, groups, 'overview', text))

async function work(texts: readonly string[]): Promise<string> {
  const { store } = await startStore(disk)
  if (disk.frames.length === 0) await addUnits(store, [unit('t1', '花园镇', 'township', null)])
  for (const text of texts) await write(store, text)
  const dump = await stampedDump(store.database)
  store.database.close()
  return dump
}

/** Starts again, and says what the store then holds and how many frames were read from the journal for it. */
async function restart(): Promise<{ dump: string; read: number[] }> {
  const memory = memoryDesktop(disk)
  const read: number[] = []
  const opened = await openStore({
    desktop: {
      ...memory.desktop,
      readJournal: (after) => {
        read.push(after)
        return memory.desktop.readJournal(after)
      },
    },
    bytes: memory.bytes,
    packages: testPackages(memory.bytes),
    catalogue: builtInData,
    now: () => 0,
  })
  if (!opened.ok) throw new Error(opened.problem.code)
  const dump = await stampedDump(opened.value.database)
  opened.value.database.close()
  return { dump, read }
}

type Copy = Map<string, unknown[]>

async function copyDatabase(): Promise<Copy> {
  const database = new Database(catalogue)
  const copy: Copy = new Map()
  for (const table of database.tables) copy.set(table.name, await table.toArray())
  database.close()
  return copy
}

async function putBack(copy: Copy): Promise<void> {
  await forgetDatabase()
  const database = new Database(catalogue)
  for (const [name, rows] of copy) await database.table(name).bulkPut(rows)
  database.close()
}

describe('openStore()', () => {
  it('reads nothing of the journal where the store is up to date', async () => {
    const dump = await work(['一', '二'])
    expect(await restart()).toEqual({ dump, read: [] })
  })

  it('makes a store that is missing anew', async () => {
    const dump = await work(['一', '二'])
    await forgetDatabase()
    expect(await restart()).toEqual({ dump, read: [0] })
  })

  it('gives an older copy the frames it lacks, and no more', async () => {
    await work(['一'])
    const older = await copyDatabase()
    const dump = await work(['二', '三'])
    await putBack(older)
    // Frame 2 is read again, to see that the copy is of this history.
    expect(await restart()).toEqual({ dump, read: [1] })
  })

  it('J19: keeps a store that is ahead of the journal, and says both numbers', async () => {
    const dump = await work(['一'])
    await work(['二'])
    disk.frames.pop()
    expect(await restart()).toEqual({ dump, read: [0] })
    expect(disk.storeAside).toEqual(['copy'])
    expect(disk.storeDiffers).toEqual([{ store: 3, journal: 2 }])
  })

  it('keeps it also where another program read its entries', async () => {
    await work(['一', '二'])
    disk.frames.pop()
    const database = new Database(catalogue)
    await database.meta.update('applied', { facts: '0-other' })
    database.close()
    await restart()
    expect(disk.storeDiffers).toEqual([{ store: 3, journal: 2 }])
  })

  it('makes nothing anew of a store that is ahead and could not be kept', async () => {
    await work(['一', '二'])
    disk.frames.pop()
    const stored = await copyDatabase()
    const refused = async () => fail({ code: 'disk-full', detail: '' } as const)
    await expect(startStore(disk, { setStoreAside: refused })).rejects.toThrow('store-not-kept')
    expect(await copyDatabase()).toEqual(stored)
  })

  it('does not trust a copy of another history, although its length fits', async () => {
    await work(['甲', '乙'])
    const foreign = await copyDatabase()
    await forgetDatabase()
    disk = { ...memoryDisk(), clock: disk.clock + 1_000_000 }
    const dump = await work(['一', '二', '三'])
    await putBack(foreign)
    const healed = await restart()
    expect(healed.dump).toBe(dump)
    expect(healed.read).toEqual([2, 0])
    expect(disk.storeDiffers).toEqual([{ store: 3, journal: 4 }])
  })

  it('leaves a store alone whose journal is gone: it is the last copy', async () => {
    await work(['一', '二'])
    const stored = await copyDatabase()
    disk = memoryDisk()
    await expect(restart()).rejects.toThrow('journal-missing')
    expect(await copyDatabase()).toEqual(stored)
  })

  it('does not trust a store of another journal', async () => {
    const dump = await work(['一'])
    disk.journalId = 'journal-2'
    expect(await restart()).toEqual({ dump, read: [0] })
    expect(disk.storeDiffers).toEqual([{ store: 2, journal: 2 }])
  })

  it('makes a store anew whose mark of progress is lost, and leaves nothing of it', async () => {
    const dump = await work(['一'])
    const database = new Database(catalogue)
    await database.meta.clear()
    await database.reports.put({ id: 'x|2020|own', unit: 'x', year: 2020, layer: 'own', groups: {} })
    database.close()
    expect(await restart()).toEqual({ dump, read: [0] })
    expect(disk.storeDiffers).toEqual([{ store: null, journal: 2 }])
  })

  it('makes a store anew whose entries another program read', async () => {
    const dump = await work(['一'])
    const database = new Database(catalogue)
    await database.meta.update('applied', { facts: '0-other' })
    database.close()
    expect(await restart()).toEqual({ dump, read: [0] })
  })

  it('makes a store anew that a newer program left', async () => {
    const dump = await work(['一'])
    const newer = new Dexie(DATABASE_NAME)
    newer.version(99).stores({ units: 'id', other: 'id' })
    await newer.open()
    newer.close()
    expect(await restart()).toEqual({ dump, read: [0] })
    expect(disk.storeAside).toEqual(['copy'])
  })

  it('makes a store anew whose tables are not ours', async () => {
    const dump = await work(['一'])
    await forgetDatabase()
    const strange = new Dexie(DATABASE_NAME)
    strange.version(1).stores({ reports: '++other', meta: '++n' })
    await strange.open()
    strange.close()
    expect((await restart()).dump).toBe(dump)
    expect(disk.storeAside).toEqual(['copy'])
  })

  it('makes a store anew that Chromium cannot open, once it is moved aside', async () => {
    const dump = await work(['一'])
    shut.isShut = true
    const moved = async () => {
      shut.isShut = false
      await forgetDatabase()
      return ok('/data/aside/1')
    }
    const { store } = await startStore(disk, { setStoreAside: moved })
    expect(await stampedDump(store.database)).toBe(dump)
    store.database.close()
  })

  it.each([
    ['disk-full', 'store-not-kept'],
    ['file-busy', 'store-busy'],
  ] as const)('changes nothing where it cannot be opened or moved: %s', async (code, problem) => {
    await work(['一'])
    const stored = await copyDatabase()
    shut.isShut = true
    const refused = async () => fail({ code, detail: '' })
    await expect(startStore(disk, { setStoreAside: refused })).rejects.toThrow(problem)
    shut.isShut = false
    expect(await copyDatabase()).toEqual(stored)
  })

  it('throws no store away of which no copy could be made', async () => {
    await work(['一'])
    const newer = new Dexie(DATABASE_NAME)
    newer.version(99).stores({ other: 'id' })
    await newer.open()
    await newer.table('other').put({ id: 'kept' })
    newer.close()
    const refused = async () => fail({ code: 'disk-full', detail: '' } as const)
    await expect(startStore(disk, { setStoreAside: refused })).rejects.toThrow('store-not-kept')
    await newer.open()
    expect(await newer.table('other').toArray()).toEqual([{ id: 'kept' }])
    newer.close()
  })

  it('tells how far it is', async () => {
    await work(Array.from({ length: 450 }, (_, i) => `第${i}稿`))
    await forgetDatabase()
    const seen: OpenProgress[] = []
    const memory = memoryDesktop(disk)
    const opened = await openStore(
      {
        desktop: memory.desktop,
        bytes: memory.bytes,
        packages: testPackages(memory.bytes),
        catalogue: builtInData,
        now: () => 0,
      },
      (progress) => seen.push(progress),
    )
    if (opened.ok) opened.value.database.close()
    expect(seen).toEqual([
      { done: 0, total: 451 },
      { done: 200, total: 451 },
      { done: 400, total: 451 },
    ])
  })

  it.each([
    ['a line is damaged', '{"v":1,"seq":1\n'],
    ['a frame is missing', ''],
  ])('says so where %s', async (_, text) => {
    await work(['一'])
    await forgetDatabase()
    const memory = memoryDesktop(disk)
    const opened = await openStore({
      desktop: memory.desktop,
      bytes: { ...memory.bytes, read: async () => ok(new TextEncoder().encode(text)) },
      packages: testPackages(memory.bytes),
      catalogue: builtInData,
      now: () => 0,
    })
    expect(opened).toMatchObject({ ok: false, problem: { code: 'journal-unreadable' } })
  })

  it('says so where the journal cannot be read', async () => {
    await work(['一'])
    await forgetDatabase()
    const memory = memoryDesktop(disk)
    const opened = await openStore({
      desktop: { ...memory.desktop, readJournal: async () => fail({ code: 'io', detail: 'EIO' }) },
      bytes: memory.bytes,
      packages: testPackages(memory.bytes),
      catalogue: builtInData,
      now: () => 0,
    })
    expect(opened).toEqual({ ok: false, problem: { code: 'journal-unreadable', detail: 'io EIO' } })
  })
})
