import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addEntries, addEntry } from '../../../../../renderer/store/entries/entry-actions.ts'
import { countListed, readListed } from '../../../../../renderer/store/lists/entry-lists.ts'
import { readEntryViews } from '../../../../../renderer/store/lists/read-entries.ts'
import type { Store } from '../../../../../renderer/store/store.ts'
import { redo, undo } from '../../../../../renderer/store/write/record-action.ts'
import type { Desktop } from '../../../../../shared/desktop.ts'
import { fail } from '../../../../../shared/values/result.ts'
import { type MemoryDisk, memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { stampedDump } from '../../../../fixtures/store-dump.ts'
import { act } from '../../../../fixtures/stored-entries.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../../../../fixtures/test-store.ts'

/** Three changes each: more than an action may have that is not prepared while the journal writes it. */
const ROWS = 400
let disk: MemoryDisk
let store: Store

beforeEach(async () => {
  await forgetDatabase()
  disk = memoryDisk()
  store = (await startStore(disk)).store
  await addUnits(store, [unit('t1', '花园镇', 'township', null)])
})
afterEach(() => store.database.close())

/** The program over the same disk, with another way to append. */
async function startWith(
  append: (token: string, appendStaged: Desktop['appendStaged']) => ReturnType<Desktop['appendStaged']>,
): Promise<Store> {
  let appendStaged: Desktop['appendStaged'] | null = null
  const started = await startStore(disk, {
    appendStaged: async (token) => {
      if (appendStaged === null) throw new Error('not started')
      return append(token, appendStaged)
    },
  })
  ;({ appendStaged } = started.memory.desktop)
  return started.store
}

const drafts = Array.from({ length: ROWS }, (_, index) => ({
  id: { unit: 't1', register: 'requests', entry: `e${String(index).padStart(5, '0')}` },
  fields: { arrived: '2024-03-01', way: 'inPerson', applicant: 'person', organ: `${index}` },
  year: 2024,
}))
const count = () => countListed(store.database, { unit: 't1', register: 'requests' })

describe('an action of more than a thousand changes', () => {
  it('is one frame, undone and done again as one step, and the same after the store was lost', async () => {
    await act(store, 't1', 2024, addEntries(store.database, drafts))
    expect(disk.frames).toHaveLength(2)
    expect(disk.frames.at(-1)?.changes).toHaveLength(ROWS * 3 + 1)
    expect(await count()).toBe(ROWS)
    const [newest = ''] = await readListed(store.database, { unit: 't1', register: 'requests' })
    const [view] = await readEntryViews(store.database, [newest])
    expect(view?.entry.fields).toMatchObject({ number: `2024-${ROWS}`, organ: `${ROWS - 1}` })

    expect(await undo(store)).toMatchObject({ ok: true, value: { left: [] } })
    expect(await count()).toBe(0)
    await redo(store)
    expect(await count()).toBe(ROWS)

    store.database.close()
    await forgetDatabase()
    store = (await startStore(disk)).store
    expect(await count()).toBe(ROWS)
  })

  it('changes nothing and says so where the disk refuses', async () => {
    disk.problem = { code: 'disk-full', detail: 'ENOSPC' }
    const action = { ...addEntries(store.database, drafts), unit: 't1', year: 2024 }
    expect(await store.writer.record(action)).toEqual({ ok: false, problem: disk.problem })
    expect(await count()).toBe(0)
  })

  it('keeps nothing in the store before the journal has it, however long that takes', async () => {
    const begun = Promise.withResolvers<void>()
    const disks = Promise.withResolvers<void>()
    store.database.close()
    store = await startWith(async (token, appendStaged) => {
      begun.resolve()
      await disks.promise
      return appendStaged(token)
    })
    const acting = act(store, 't1', 2024, addEntries(store.database, drafts))
    await begun.promise
    let counted = -1
    const counting = count().then((found) => {
      counted = found
    })
    for (let turns = 0; turns < 500; turns += 1) await new Promise(setImmediate)
    expect([counted, disk.frames.length]).toEqual([-1, 1])
    disks.resolve()
    await counting
    expect([counted, disk.frames.length]).toEqual([ROWS, 2])
    await acting
  })

  it('leaves the store as it was where the disk refuses what it had prepared, and goes on after it', async () => {
    let isFull = true
    store.database.close()
    store = await startWith(async (token, appendStaged) =>
      isFull ? fail({ code: 'disk-full', detail: 'ENOSPC' }) : appendStaged(token),
    )
    const before = await stampedDump(store.database)
    const action = { ...addEntries(store.database, drafts), unit: 't1', year: 2024 }
    expect(await store.writer.record(action)).toMatchObject({ ok: false, problem: { code: 'disk-full' } })
    expect(await stampedDump(store.database)).toBe(before)
    expect(await store.database.lists.count()).toBe(0)
    isFull = false
    await act(store, 't1', 2024, addEntries(store.database, drafts))
    expect(await count()).toBe(ROWS)
    await undo(store)
    expect(await count()).toBe(0)
  })

  it('asks the store for rows by the stretch, not one by one', async () => {
    await act(
      store,
      't1',
      2024,
      addEntry(store.database, {
        ...drafts[0],
        id: { unit: 't1', register: 'requests', entry: 'a' },
        fields: {},
        year: 2024,
      }),
    )
    let single = 0
    const { core } = store.database.table('entries')
    const { get, getMany } = core
    Object.assign(core, {
      get: (request: Parameters<typeof get>[0]) => {
        single++
        return get.call(core, request)
      },
      getMany: (request: Parameters<typeof getMany>[0]) => {
        single += request.keys.length
        return getMany.call(core, request)
      },
    })
    await act(store, 't1', 2024, addEntries(store.database, drafts))
    await undo(store)
    await redo(store)
    // bulkPut() of a table that live queries watch may look at what it replaces.
    expect(single).toBeLessThan(100)
  })
})
