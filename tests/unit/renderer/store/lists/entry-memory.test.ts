import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addEntries, addEntry, binEntry, editEntryFields } from '../../../../../renderer/store/entries/entry-actions.ts'
import { readListed } from '../../../../../renderer/store/lists/entry-lists.ts'
import type { RegisterMemory } from '../../../../../renderer/store/lists/entry-memory.ts'
import { readEntryViews } from '../../../../../renderer/store/lists/read-entries.ts'
import type { Store } from '../../../../../renderer/store/store.ts'
import { redo, undo } from '../../../../../renderer/store/write/record-action.ts'
import { memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { act } from '../../../../fixtures/stored-entries.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../../../../fixtures/test-store.ts'

let store: Store

beforeEach(async () => {
  await forgetDatabase()
  store = (await startStore(memoryDisk())).store
  await addUnits(store, [unit('t1', '花园镇', 'township', null), unit('t1|x', '名字里有竖线', 'township', null)])
})
afterEach(() => store.database.close())

const draft = (entry: string, of = 't1', register = 'documents') => ({
  id: { unit: of, register, entry },
  fields: { title: entry, kind: 'otherDocument', made: '2024-03-01' },
  year: 2024,
})
const many = Array.from({ length: 700 }, (_, index) => draft(`e${index}`))

async function filled({ views }: RegisterMemory) {
  await expect.poll(() => views.get(), { interval: 2 }).not.toBeNull()
  return views
}

/** What the memory holds is what the store says. */
async function compare(memory: RegisterMemory, count: number): Promise<void> {
  const place = { unit: 't1', register: 'documents' }
  const kept = await readListed(store.database, place)
  const ids = [...kept, ...(await readListed(store.database, { ...place, isBin: true }))]
  expect(ids).toHaveLength(count)
  const stored = await readEntryViews(store.database, ids)
  const views = [...(memory.views.get()?.values() ?? [])]
  expect(new Map(views.map((view) => [view.id, view]))).toEqual(new Map(stored.map((view) => [view.id, view])))
}

describe('EntryMemory', () => {
  it('reads a register once, and is kept true by what is done', async () => {
    await act(store, 't1', 2024, addEntries(store.database, many))
    await act(store, 't1|x', 2024, addEntry(store.database, draft('other', 't1|x')))
    const memory = store.entries.of('t1', 'documents')
    await filled(memory)
    await compare(memory, 700)
    expect(store.entries.of('t1', 'documents')).toBe(memory)

    await act(store, 't1', 2024, addEntry(store.database, draft('new')))
    await act(store, 't1', 2024, editEntryFields(draft('e3').id, { title: '改过' }))
    await act(store, 't1', 2024, binEntry(draft('e4').id, '2024-05-01'))
    await compare(memory, 701)
    await undo(store)
    await undo(store)
    await undo(store)
    await compare(memory, 700)
    await redo(store)
    await compare(memory, 701)
  })

  it('does not lose what is done while it reads', async () => {
    await act(store, 't1', 2024, addEntries(store.database, many))
    const memory = store.entries.of('t1', 'documents')
    const done = [
      act(store, 't1', 2024, editEntryFields(draft('e0').id, { title: '改过' })),
      act(store, 't1', 2024, addEntry(store.database, draft('a'))),
    ]
    await Promise.all(done)
    await filled(memory)
    await compare(memory, 701)
  })

  it('begins anew once it is told to forget, and counts every change', async () => {
    const before = store.entries.version.get()
    await act(store, 't1', 2024, addEntry(store.database, draft('a')))
    expect(store.entries.version.get()).toBe(before + 1)
    expect(store.entries.versionOf('t1', 'documents')).toBe(1)
    expect(store.entries.versionOf('t1', 'requests')).toBe(0)
    expect(store.entries.versionOf('t1|x', 'documents')).toBe(0)
    // What was made and taken back changes its register too.
    await undo(store)
    expect(store.entries.versionOf('t1', 'documents')).toBe(2)
    await redo(store)
    const memory = store.entries.of('t1', 'documents')
    await filled(memory)
    store.entries.forget()
    const anew = store.entries.of('t1', 'documents')
    expect(anew).not.toBe(memory)
    await filled(anew)
    await compare(anew, 1)
  })

  it('tells each change by another value, over what is in memory already', async () => {
    await act(store, 't1', 2024, addEntry(store.database, draft('a')))
    const memory = store.entries.of('t1', 'documents')
    const before = (await filled(memory)).get()
    const told: number[] = []
    const end = memory.views.subscribe(() => told.push(memory.views.get()?.size ?? 0))
    await act(store, 't1', 2024, addEntry(store.database, draft('b')))
    expect(memory.views.get()).not.toBe(before)
    expect(told).toEqual([2])
    end()
  })

  it('lets a register go that nobody has looked at for a minute, and none that somebody watches', async () => {
    await act(store, 't1', 2024, addEntry(store.database, draft('a')))
    const memory = store.entries.of('t1', 'documents')
    await filled(memory)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const end = memory.views.subscribe(() => {})
      vi.advanceTimersByTime(600_000)
      expect(store.entries.of('t1', 'documents')).toBe(memory)
      end()
      vi.advanceTimersByTime(59_000)
      expect(store.entries.of('t1', 'documents')).toBe(memory)
      vi.advanceTimersByTime(61_000)
      expect(store.entries.of('t1', 'documents')).not.toBe(memory)
    } finally {
      vi.useRealTimers()
    }
    await filled(store.entries.of('t1', 'documents'))
  })

  it('never hands out half a register that it was told to forget while it read', async () => {
    await act(store, 't1', 2024, addEntries(store.database, many))
    const old = store.entries.of('t1', 'documents')
    const seen: number[] = []
    old.views.subscribe(() => seen.push(old.views.get()?.size ?? 0))
    store.entries.forget()
    const anew = store.entries.of('t1', 'documents')
    await filled(anew)
    await compare(anew, 700)
    expect(seen).toEqual([])
  })
})
