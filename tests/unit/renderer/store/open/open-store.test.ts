import { Dexie } from 'dexie'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../../../renderer/store/open/open-store.ts'
import type { OpenProgress, Store } from '../../../../../renderer/store/store.ts'
import { DATABASE_NAME, Database } from '../../../../../renderer/store/tables/database.ts'
import { readGroups } from '../../../../../renderer/store/tables/read-groups.ts'
import { editReport, recordAction, redo, undo } from '../../../../../renderer/store/write/record-action.ts'
import { narrativeEdit } from '../../../../../shared/actions/report-changes.ts'
import { builtInData } from '../../../../../shared/catalogue/built-in.ts'
import { frame as frameSchema } from '../../../../../shared/journal/frame.ts'
import { lossMark, MARKS } from '../../../../../shared/journal/say-again.ts'
import type { ReportId } from '../../../../../shared/model/report/report-record.ts'
import { standingIn } from '../../../../../shared/record/groups.ts'
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

/** What the report shows, without who wrote it. */
async function shownGroups(store: Store): Promise<[string, unknown][]> {
  const groups = await readGroups(store.database, 'report', 't1|2020|own')
  return Object.entries(groups).map(([name, { value }]) => [name, value])
}

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

  it('J19: brings back what the journal lacks, of a store that is kept whole, and says both numbers', async () => {
    await work(['一'])
    const dump = await work(['二'])
    disk.frames.pop()
    const healed = await restart()
    expect(healed.dump).toBe(dump)
    expect(disk.storeAside).toEqual(['copy', 'copy'])
    const kept = { store: 3, journal: 2, brought: null }
    expect(disk.storeDiffers).toEqual([kept, { ...kept, brought: { places: 1, conflicts: 0 } }])
    expect(disk.frames).toHaveLength(3)
    expect(await restart()).toEqual({ dump, read: [] })
  })

  it('brings it back also where another program read its entries', async () => {
    const dump = await work(['一', '二'])
    disk.frames.pop()
    const database = new Database(catalogue)
    await database.meta.update('applied', { facts: '0-other' })
    database.close()
    expect((await restart()).dump).toBe(dump)
  })

  it('J19: takes it back as it was, while nothing came after it, and brings it again', async () => {
    const older = await work(['一'])
    const newer = await work(['二', '三'])
    disk.frames.splice(2)
    const { store } = await startStore(disk)
    expect(store.writer.undoState.get()).toEqual({ undo: 'bring-back', redo: null })
    await undo(store)
    expect(await stampedDump(store.database)).toBe(older)
    await redo(store)
    expect(await stampedDump(store.database)).toBe(newer)
    await undo(store)
    store.database.close()
    expect((await restart()).dump).toBe(older)
  })

  it('J17: brings back no personal data whose key was dropped since, only its stamp', async () => {
    await work(['一'])
    const { store, memory } = await startStore(disk)
    const sealed = await memory.desktop.seal('司徒', 'requests|e1')
    if (!sealed.ok) throw new Error(sealed.problem.code)
    await recordAction(store, {
      action: 'add-entry',
      unit: 't1',
      year: 2020,
      edit: () => [
        { entity: 'entry', record: 't1|requests|e1', group: 'personal', value: sealed.value, previous: null },
      ],
    })
    store.database.close()
    disk.frames.pop()
    await memory.desktop.dropKeys([sealed.value.keyId])
    const again = await startStore(disk)
    const groups = await readGroups(again.store.database, 'entry', 't1|requests|e1')
    expect(groups.personal).toMatchObject({ value: null, stamp: expect.any(String) })
    expect(JSON.stringify(disk.frames)).not.toContain(sealed.value.data)
    again.store.database.close()
  })

  it('J20: merges a store that parted from the journal, and both values stand', async () => {
    await work(['一'])
    const older = structuredClone(disk.frames)
    await work(['甲', '乙'])
    const newer = await copyDatabase()
    disk.frames.splice(0, disk.frames.length, ...older)
    await forgetDatabase()
    await work(['丙'])
    await putBack(newer)
    const { store } = await startStore(disk)
    const groups = await readGroups(store.database, 'report', 't1|2020|own')
    expect(standingIn(groups['narrative:overview']).map(({ value }) => value)).toEqual(['丙', '乙'])
    store.database.close()
    expect(disk.storeDiffers.at(-1)).toEqual({ store: 4, journal: 3, brought: { places: 1, conflicts: 1 } })
  })

  it('J21: brings back what a mended journal lost, and what it holds beyond is not taken for replaced', async () => {
    const { store } = await startStore(disk)
    await addUnits(store, [unit('t1', '花园镇', 'township', null)])
    await write(store, '一')
    await editReport(store, id, 'write', (groups) => narrativeEdit(id, groups, 'problems', '问题'))
    await write(store, '二')
    const shown = await shownGroups(store)
    store.database.close()
    const mark = { ...disk.frames[2], action: 'mend', hlc: '0000000000000-0000-mark', changes: [lossMark('mark')] }
    disk.frames.splice(2, 1, frameSchema.parse(mark))
    disk.journalId = 'journal00001-1'
    const again = await startStore(disk)
    expect(await shownGroups(again.store)).toEqual(shown)
    expect(await again.store.database.runs.get(MARKS)).toMatchObject({ groups: { 'lost:mark': { value: null } } })
    again.store.database.close()
    expect(disk.frames.map(({ action }) => action).slice(-2)).toEqual(['say-again', 'bring-back'])
    expect((await restart()).read).toEqual([])
  })

  it('J21: says again what a mended journal holds beyond the loss, also where the store was lost', async () => {
    await work(['一', '二', '三'])
    const mark = { ...disk.frames[2], action: 'mend', hlc: '0000000000000-0000-mark', changes: [lossMark('mark')] }
    disk.frames.splice(2, 1, frameSchema.parse(mark))
    disk.journalId = 'journal00001-1'
    await forgetDatabase()
    await restart()
    expect(disk.frames.map(({ action }) => action)).toEqual(['create-unit', 'write', 'mend', 'write', 'say-again'])
    expect(disk.storeDiffers).toEqual([])
  })

  it('has nothing to say of a store that only has what the mended journal has', async () => {
    const dump = await work(['一', '二'])
    disk.journalId = 'journal00001-1'
    expect((await restart()).dump).toBe(dump)
    expect(disk.storeAside).toEqual([])
  })

  it('makes nothing anew of a store that is ahead and could not be kept', async () => {
    await work(['一', '二'])
    disk.frames.pop()
    const stored = await copyDatabase()
    const refused = async () => fail({ code: 'disk-full', detail: '' } as const)
    await expect(startStore(disk, { setStoreAside: refused })).rejects.toThrow('store-not-kept')
    expect(await copyDatabase()).toEqual(stored)
    expect(disk.frames).toHaveLength(2)
  })

  it('makes nothing anew where the disk does not take what is to be brought back', async () => {
    const dump = await work(['一', '二'])
    disk.frames.pop()
    const stored = await copyDatabase()
    disk.problem = { code: 'disk-full', detail: '' }
    await expect(startStore(disk)).rejects.toThrow('journal-not-completed')
    expect(await copyDatabase()).toEqual(stored)
    disk.problem = null
    expect((await restart()).dump).toBe(dump)
  })

  it('brings it back once, also where the program is broken off before the store is made anew', async () => {
    const dump = await work(['一', '二'])
    disk.frames.pop()
    const stored = await copyDatabase()
    await restart()
    const frames = structuredClone(disk.frames)
    await putBack(stored)
    expect((await restart()).dump).toBe(dump)
    expect(disk.frames).toEqual(frames)
  })

  it('J20: never merges a store of another journal', async () => {
    await work(['甲', '乙'])
    const foreign = await copyDatabase()
    await forgetDatabase()
    disk = { ...memoryDisk(), journalId: 'journal00002-0', clock: disk.clock + 1_000_000 }
    const dump = await work(['一', '二', '三'])
    await putBack(foreign)
    const healed = await restart()
    expect(healed.dump).toBe(dump)
    expect(disk.storeDiffers).toEqual([{ store: 3, journal: 4, brought: null }])
  })

  it('J19: brings everything back into a journal whose files are gone', async () => {
    const dump = await work(['一', '二'])
    disk = { ...memoryDisk(), journalId: 'journal00002-0' }
    expect((await restart()).dump).toBe(dump)
    expect(disk.storeDiffers.at(-1)).toMatchObject({ store: 3, journal: 0, brought: { conflicts: 0 } })
    await forgetDatabase()
    expect((await restart()).dump).toBe(dump)
  })

  it('does not trust a store of another journal', async () => {
    const dump = await work(['一'])
    disk.journalId = 'journal00002-0'
    expect(await restart()).toEqual({ dump, read: [0] })
    expect(disk.storeDiffers).toEqual([{ store: 2, journal: 2, brought: null }])
  })

  it('brings back what a store holds whose mark of progress is lost, where it is of this journal', async () => {
    const dump = await work(['一', '二'])
    disk.frames.pop()
    const database = new Database(catalogue)
    await database.meta.clear()
    database.close()
    expect((await restart()).dump).toBe(dump)
    expect(disk.storeDiffers.at(-1)).toEqual({ store: null, journal: 2, brought: { places: 1, conflicts: 0 } })
  })

  it('makes a store anew of which nothing says that it is of this journal, and leaves nothing of it', async () => {
    const dump = await work(['一'])
    const database = new Database(catalogue)
    await Promise.all(database.tables.map((table) => table.clear()))
    await database.reports.put({ id: 'x|2020|own', unit: 'x', year: 2020, layer: 'own', groups: {} })
    database.close()
    expect(await restart()).toEqual({ dump, read: [0] })
    expect(disk.storeDiffers).toEqual([{ store: null, journal: 2, brought: null }])
  })

  it('makes a store anew whose entries another program read', async () => {
    const dump = await work(['一'])
    const database = new Database(catalogue)
    await database.meta.update('applied', { facts: '0-other' })
    database.close()
    expect(await restart()).toEqual({ dump, read: [0] })
    // Kept and said, once.
    expect(disk.storeAside).toEqual(['other-program'])
    expect(await restart()).toEqual({ dump, read: [] })
    expect(disk.storeAside).toHaveLength(1)
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
    await work(Array.from({ length: 250 }, (_, i) => `第${i}稿`))
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
      { done: 0, total: 251 },
      { done: 200, total: 251 },
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
