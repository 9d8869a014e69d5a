import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  addEntries,
  addEntry,
  binEntry,
  editEntryFields,
  editSealedFields,
  restoreEntry,
} from '../../../../../renderer/store/entries/entry-actions.ts'
import { eraseEntries, erasePerson } from '../../../../../renderer/store/entries/erase-entries.ts'
import { countListed, readListed } from '../../../../../renderer/store/lists/entry-lists.ts'
import { readEntryViews, readUndoneIds } from '../../../../../renderer/store/lists/read-entries.ts'
import { newId } from '../../../../../renderer/store/new-id.ts'
import type { Store } from '../../../../../renderer/store/store.ts'
import { redo, undo } from '../../../../../renderer/store/write/record-action.ts'
import { type EntryId, entryRecordId, type SealedFields } from '../../../../../shared/model/entry/entry-record.ts'
import { fail } from '../../../../../shared/values/result.ts'
import { type MemoryDisk, memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { stampedDump } from '../../../../fixtures/store-dump.ts'
import { act, type } from '../../../../fixtures/stored-entries.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../../../../fixtures/test-store.ts'

const YEAR = 2024
const DAY = '2026-11-23'
let disk: MemoryDisk
let store: Store

beforeEach(async () => {
  await forgetDatabase()
  disk = memoryDisk()
  store = (await startStore(disk)).store
  await addUnits(store, [unit('t1', '花园镇', 'township', null)])
})
afterEach(() => store.database.close())

const fields = { arrived: '2024-03-01', way: 'inPerson', applicant: 'person' }
/** Who is sealed is all that matters here, not for which entry. */
const record = 'requests|1'
const seal = async (name: string, keyId?: string): Promise<SealedFields> => {
  const sealed = await store.desktop.seal(JSON.stringify({ name }), record, keyId)
  if (!sealed.ok) throw new Error(sealed.problem.code)
  return sealed.value
}
async function request(name: string): Promise<EntryId> {
  const id = { unit: 't1', register: 'requests', entry: newId(store.now()) }
  await act(store, 't1', YEAR, addEntry(store.database, { id, fields, sealed: await seal(name), year: YEAR }))
  return id
}
const view = async (id: EntryId) => (await readEntryViews(store.database, [entryRecordId(id)]))[0]
const listed = async (register: string) => [
  ...(await readListed(store.database, { unit: 't1', register })),
  ...(await readListed(store.database, { unit: 't1', register, isBin: true })),
]
const erasure = (...ids: EntryId[]) => ({ unit: 't1', year: YEAR, day: DAY, ids })
/** Everything that ever lay sealed in the journal, in clear where a key still opens it. */
async function readable(): Promise<unknown[]> {
  const sealed = disk.frames.flatMap(({ changes }) =>
    changes.flatMap(({ group, value, previous }) => (group === 'personal' ? [value, previous] : [])),
  )
  const found = sealed.filter((one): one is SealedFields => one !== null)
  const result = await store.desktop.unseal(found.map((one) => ({ record, sealed: one })))
  if (!result.ok) throw new Error(result.problem.code)
  return result.value.flatMap(({ text }) => text ?? [])
}

describe('eraseEntries()', () => {
  it('takes entries out of the bin for good, with every key that they ever had', async () => {
    const id = await request('张三')
    const other = await request('李四')
    // Emptied and typed anew: what the store knows is the second key alone.
    await act(store, 't1', YEAR, editSealedFields(id, null))
    await act(store, 't1', YEAR, editSealedFields(id, await seal('王五')))
    await act(store, 't1', YEAR, binEntry(id, DAY))
    expect(await eraseEntries(store, erasure(id))).toEqual({ ok: true, value: { unreached: [] } })
    expect(await view(id)).toBeUndefined()
    expect(await listed('requests')).toEqual([entryRecordId(other)])
    expect([...new Set(await readable())]).toEqual([JSON.stringify({ name: '李四' })])
    expect(disk.keys.size).toBe(1)
  })

  it('J8: is not brought back by undo, whatever was done before', async () => {
    const id = await request('张三')
    await act(store, 't1', YEAR, editEntryFields(id, { organ: '民政办' }))
    await act(store, 't1', YEAR, binEntry(id, DAY))
    await eraseEntries(store, erasure(id))
    for (let i = 0; i < 5; i += 1) await undo(store)
    expect(await view(id)).toBeUndefined()
    expect(await listed('requests')).toEqual([])
  })

  it('J8: is not brought back by what had been emptied before either, nor by redo', async () => {
    const id = await request('张三')
    await act(store, 't1', YEAR, editEntryFields(id, { organ: '民政办' }))
    await act(store, 't1', YEAR, editEntryFields(id, { organ: '' }))
    await act(store, 't1', YEAR, binEntry(id, DAY))
    await eraseEntries(store, erasure(id))
    for (const step of [undo, undo, undo, undo, redo, redo, redo, redo]) {
      await step(store)
      expect(await view(id)).toBeUndefined()
      expect(await listed('requests')).toEqual([])
    }
  })

  it('never gives the number again, not even after the store was made anew', async () => {
    const id = await request('张三')
    expect((await view(id))?.entry.fields.number).toBe('2024-001')
    await act(store, 't1', YEAR, binEntry(id, DAY))
    await eraseEntries(store, erasure(id))
    const before = await stampedDump(store.database)
    store.database.close()
    await forgetDatabase()
    store = (await startStore(disk)).store
    expect(await stampedDump(store.database)).toEqual(before)
    expect((await view(await request('李四')))?.entry.fields.number).toBe('2024-002')
  })

  it('leaves what is not in the bin, with its keys', async () => {
    const id = await request('张三')
    await act(store, 't1', YEAR, binEntry(id, DAY))
    await act(store, 't1', YEAR, restoreEntry(id))
    expect((await eraseEntries(store, erasure(id))).ok).toBe(true)
    expect((await view(id))?.entry.personal).not.toBeNull()
    expect(await readable()).not.toEqual([])
  })

  it('takes what was made and taken back for good, and nothing brings it back; its number is free as before', async () => {
    const kept = await request('李四')
    const id = await request('张三')
    await act(store, 't1', YEAR, editSealedFields(id, await seal('王五')))
    await undo(store)
    await undo(store)
    expect(await view(id)).toBeUndefined()
    expect(await readUndoneIds(store.database, 't1', 'requests')).toEqual([entryRecordId(id)])
    expect(await readable()).toContain(JSON.stringify({ name: '张三' }))
    expect((await eraseEntries(store, erasure(id, kept))).ok).toBe(true)
    expect([...new Set(await readable())]).toEqual([JSON.stringify({ name: '李四' })])
    expect(disk.keys.size).toBe(1)
    expect(await readUndoneIds(store.database, 't1', 'requests')).toEqual([])
    for (const step of [redo, redo, undo, redo]) {
      await step(store)
      expect(await view(id)).toBeUndefined()
    }
    const before = await stampedDump(store.database)
    store.database.close()
    await forgetDatabase()
    store = (await startStore(disk)).store
    expect(await stampedDump(store.database)).toEqual(before)
    expect((await view(await request('赵六')))?.entry.fields.number).toBe('2024-002')
  })

  it('counts as taken back only what had personal data, in its own register', async () => {
    await type(store, 't1', YEAR, 'documents', { title: '通知' })
    await undo(store)
    await type(store, 't1', YEAR, 'requests', fields)
    await undo(store)
    const id = await request('张三')
    await undo(store)
    expect(await readUndoneIds(store.database, 't1', 'documents')).toEqual([])
    expect(await readUndoneIds(store.database, 't1', 'requests')).toEqual([entryRecordId(id)])
    await redo(store)
    expect(await readUndoneIds(store.database, 't1', 'requests')).toEqual([])
    expect((await eraseEntries(store, erasure(id))).ok).toBe(true)
    expect((await view(id))?.entry.personal).not.toBeNull()
    expect(await readable()).not.toEqual([])
  })

  it('leaves no trace of an entry without a number in any list', async () => {
    const id = await type(store, 't1', YEAR, 'documents', { title: '通知', made: '2024-01-01' })
    await act(store, 't1', YEAR, binEntry(id, DAY))
    expect((await eraseEntries(store, erasure(id))).ok).toBe(true)
    expect(await view(id)).toBeUndefined()
    expect(await countListed(store.database, { unit: 't1', register: 'documents' })).toBe(0)
  })

  it('erases many at once', async () => {
    const ids = Array.from({ length: 520 }, (_, i): EntryId => ({ unit: 't1', register: 'documents', entry: `e${i}` }))
    const drafts = ids.map((id) => ({ id, fields: { title: id.entry }, year: YEAR }))
    await act(store, 't1', YEAR, addEntries(store.database, drafts))
    for (const id of ids) await act(store, 't1', YEAR, binEntry(id, DAY))
    expect((await eraseEntries(store, erasure(...ids))).ok).toBe(true)
    expect(await listed('documents')).toEqual([])
  })
})

describe('erasePerson()', () => {
  it('leaves the request as it counts, says the day, and nobody reads the person again', async () => {
    const id = await request('张三')
    const facts = (await view(id))?.facts
    expect(await erasePerson(store, erasure(id))).toEqual({ ok: true, value: { unreached: [] } })
    const after = await view(id)
    expect(after?.facts).toEqual(facts)
    expect(after?.entry).toMatchObject({ fields, personal: null, erased: DAY })
    expect(await readable()).toEqual([])
  })

  it('is not brought back by undo', async () => {
    const id = await request('张三')
    const keyId = (await view(id))?.entry.personal?.keyId
    await act(store, 't1', YEAR, editSealedFields(id, await seal('李四', keyId), { organ: '民政办' }))
    await erasePerson(store, erasure(id))
    await undo(store)
    const after = await view(id)
    expect(after?.entry.fields.organ).toBeUndefined()
    expect(after?.entry).toMatchObject({ personal: null, erased: DAY })
    await undo(store)
    expect(await view(id)).toBeUndefined()
  })

  it('is not brought back by undo or redo where nothing stood any more', async () => {
    const id = await request('张三')
    await act(store, 't1', YEAR, editSealedFields(id, null))
    await erasePerson(store, erasure(id))
    await undo(store)
    expect((await view(id))?.entry).toMatchObject({ personal: null, erased: DAY })
    const other = await request('李四')
    await act(store, 't1', YEAR, editSealedFields(other, await seal('王五')))
    await undo(store)
    await act(store, 't1', YEAR, editSealedFields(other, null))
    await undo(store)
    await act(store, 't1', YEAR, editSealedFields(other, null))
    await erasePerson(store, erasure(other))
    for (let i = 0; i < 3; i += 1) await redo(store)
    expect((await view(other))?.entry).toMatchObject({ personal: null, erased: DAY })
    // Who is typed anew is somebody else, and can be taken back and brought back.
    await act(store, 't1', YEAR, editSealedFields(other, await seal('赵六')))
    await undo(store)
    expect((await view(other))?.entry.personal).toBeNull()
    await redo(store)
    expect((await view(other))?.entry.personal).not.toBeNull()
  })

  it('changes nothing where the journal cannot be read, or the keys cannot be dropped', async () => {
    const id = await request('张三')
    const unreadable = {
      ...store,
      desktop: { ...store.desktop, readJournal: async () => fail({ code: 'io', detail: 'EIO' } as const) },
    }
    expect(await erasePerson(unreadable, erasure(id))).toMatchObject({ problem: { code: 'journal-unreadable' } })
    const refusing = {
      ...store,
      desktop: { ...store.desktop, dropKeys: async () => fail({ code: 'disk-full', detail: '' } as const) },
    }
    expect(await erasePerson(refusing, erasure(id))).toMatchObject({ problem: { code: 'disk-full' } })
    expect((await view(id))?.entry.erased).toBeUndefined()
    expect(await readable()).toEqual([JSON.stringify({ name: '张三' })])
  })
})
