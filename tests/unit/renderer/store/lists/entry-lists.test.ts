import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  addEntries,
  binEntry,
  editEntryFields,
  restoreEntry,
} from '../../../../../renderer/store/entries/entry-actions.ts'
import { countListed, listedMonths, readListed } from '../../../../../renderer/store/lists/entry-lists.ts'
import type { Store } from '../../../../../renderer/store/store.ts'
import { redo, undo } from '../../../../../renderer/store/write/record-action.ts'
import { memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { runs } from '../../../../fixtures/runs.ts'
import { act } from '../../../../fixtures/stored-entries.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../../../../fixtures/test-store.ts'

let disk: ReturnType<typeof memoryDisk>
let store: Store

async function start(): Promise<void> {
  await forgetDatabase()
  disk = memoryDisk()
  store = (await startStore(disk)).store
  await addUnits(store, [unit('t1', '花园镇', 'township', null)])
}

beforeEach(start)
afterEach(() => store.database.close())

const day = fc.constantFrom('2024-01-31', '2024-02-01', '2024-02-29', '2023-12-31', '昨天')
const one = fc.nat({ max: 5 })
type Step =
  | { readonly do: 'add'; readonly days: readonly string[] }
  | { readonly do: 'edit'; readonly entry: number; readonly day: string }
  | { readonly do: 'bin' | 'restore'; readonly entry: number }
  | { readonly do: 'undo' | 'redo' }
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('add' as const), days: fc.array(day, { minLength: 1, maxLength: 3 }) }),
  fc.record({ do: fc.constant('edit' as const), entry: one, day }),
  fc.record({ do: fc.constantFrom('bin' as const, 'restore' as const), entry: one }),
  fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }),
)

const idOf = (entry: number) => ({ unit: 't1', register: 'requests', entry: `e${entry}` })

async function take(taken: Step, count: number): Promise<number> {
  switch (taken.do) {
    case 'add': {
      const drafts = taken.days.map((arrived, index) => ({
        id: idOf(count + index),
        fields: { arrived, way: 'inPerson', applicant: 'person' },
        year: 2024,
      }))
      await act(store, 't1', 2024, addEntries(store.database, drafts))
      return count + drafts.length
    }
    case 'edit':
      if (taken.entry < count) await act(store, 't1', 2024, editEntryFields(idOf(taken.entry), { arrived: taken.day }))
      return count
    case 'bin':
      if (taken.entry < count) await act(store, 't1', 2024, binEntry(idOf(taken.entry), '2024-03-01'))
      return count
    case 'restore':
      if (taken.entry < count) await act(store, 't1', 2024, restoreEntry(idOf(taken.entry)))
      return count
    case 'undo':
      await undo(store)
      return count
    case 'redo':
      await redo(store)
      return count
  }
}

/** What the entries themselves say. */
async function sorted(isBin: boolean): Promise<string[]> {
  const rows = await store.database.entries.toArray()
  return rows
    .filter(({ binned }) => binned === (isBin ? 1 : 0))
    .map(({ day: of, id }) => `${of} ${id}`)
    .sort()
    .reverse()
    .map((line) => line.slice(line.indexOf(' ') + 1))
}

describe('the lists of entries', () => {
  it('hold what the entries say, in their order, whatever was done and taken back, and when they are made anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        store.database.close()
        await start()
        let count = 0
        for (const taken of steps) {
          count = await take(taken, count)
          for (const isBin of [false, true]) {
            const place = { unit: 't1', register: 'requests', isBin }
            const ids = await readListed(store.database, place)
            expect(ids).toEqual(await sorted(isBin))
            expect(await countListed(store.database, place)).toBe(ids.length)
            const months: string[] = []
            for await (const month of listedMonths(store.database, place)) months.push(...month)
            expect(months).toEqual(ids)
          }
          expect(await store.database.lists.filter(({ lines }) => lines.length === 0).count()).toBe(0)
        }
        const lists = await store.database.lists.toArray()
        store.database.close()
        await forgetDatabase()
        store = (await startStore(disk)).store
        expect(await store.database.lists.toArray()).toEqual(lists)
      }),
      { numRuns: runs(25) },
    )
  })

  it('are looked through no further than is asked', async () => {
    const drafts = ['2024-01-02', '2024-02-03', '2024-02-04', '2024-03-04'].map((arrived, index) => ({
      id: idOf(index),
      fields: { arrived, way: 'inPerson', applicant: 'person' },
      year: 2024,
    }))
    await act(store, 't1', 2024, addEntries(store.database, drafts))
    expect(await countListed(store.database, { unit: 't1', register: 'requests' }, 2)).toBe(3)
    expect(await countListed(store.database, { unit: 't1', register: 'documents' })).toBe(0)
  })
})
