import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { readDerived } from '../../renderer/store/derived/read-derived.ts'
import { addEntries, addEntry, type EntryDraft } from '../../renderer/store/entries/entry-actions.ts'
import type { Store } from '../../renderer/store/store.ts'
import { redo, undo } from '../../renderer/store/write/record-action.ts'
import { formForYear } from '../../shared/catalogue/catalogue.ts'
import { readEntry } from '../../shared/model/entry/entry-record.ts'
import { readKept } from '../../shared/model/unit/kept-registers.ts'
import { forms } from '../fixtures/catalogue.ts'
import { anyEntry } from '../fixtures/entries-arbitrary.ts'
import { memoryDisk } from '../fixtures/memory-desktop.ts'
import { runs } from '../fixtures/runs.ts'
import { stampedDump } from '../fixtures/store-dump.ts'
import { act } from '../fixtures/stored-entries.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../fixtures/test-store.ts'

const UNIT = 't1'
const YEAR = 2021

/** Few figures and numbers, so that the same figure comes twice and typed numbers meet those given out. */
const draft: fc.Arbitrary<EntryDraft> = fc
  .record({
    entry: anyEntry,
    number: fc.option(
      fc.oneof(
        fc.tuple(fc.integer({ min: 2018, max: 2023 }), fc.nat(12)).map(([year, number]) => `${year}-${number}`),
        fc.constantFrom('甲-7', '2021-099x'),
      ),
      { freq: 3 },
    ),
    year: fc.integer({ min: 2019, max: 2022 }),
  })
  .map(({ entry: { id, fields, stages }, number, year }) => ({
    id: { ...id, unit: UNIT },
    fields: id.register === 'requests' && number !== null ? { ...fields, number } : fields,
    stages,
    year,
  }))

let store: Store
afterEach(() => store.database.close())

async function begin() {
  store?.database.close()
  await forgetDatabase()
  const disk = memoryDisk()
  store = (await startStore(disk)).store
  await addUnits(store, [unit(UNIT, '花园镇', 'township', null)])
  return disk
}

/** What stands, without stamps. */
async function standing() {
  const rows = await store.database.entries.orderBy('id').toArray()
  const form = formForYear(forms, YEAR)
  if (form === null) throw new Error('no form')
  const derived = await readDerived(store.database, UNIT, YEAR, form)
  return {
    entries: rows.map(({ id, groups, ...found }) => ({ ...found, id, entry: readEntry(id, groups) })),
    kept: readKept((await store.database.units.get(UNIT))?.groups ?? {}),
    cells: [...derived.cells],
    supplement: derived.supplement,
  }
}

describe('addEntries()', () => {
  it('comes to what adding them one by one comes to, is one step to undo, and the journal gives the same', async () => {
    const twoPortions = fc.tuple(fc.array(draft, { maxLength: 6 }), fc.array(draft, { minLength: 1, maxLength: 20 }))
    await fc.assert(
      fc.asyncProperty(twoPortions, async ([earlier, later]) => {
        await begin()
        for (const one of [...earlier, ...later]) await act(store, UNIT, YEAR, addEntry(store.database, one))
        const oneByOne = await standing()

        const disk = await begin()
        if (earlier.length > 0) await act(store, UNIT, YEAR, addEntries(store.database, earlier))
        const before = await standing()
        const frames = disk.frames.length
        await act(store, UNIT, YEAR, addEntries(store.database, later))
        expect(await standing()).toEqual(oneByOne)
        expect(disk.frames.length - frames).toBeLessThanOrEqual(1)
        if (disk.frames.length === frames) return

        await undo(store)
        expect((await standing()).entries.filter(({ entry }) => entry !== null)).toEqual(before.entries)
        expect((await standing()).cells).toEqual(before.cells)
        await redo(store)
        expect(await standing()).toEqual(oneByOne)

        const live = await stampedDump(store.database)
        store.database.close()
        await forgetDatabase()
        store = (await startStore(disk)).store
        expect(await stampedDump(store.database)).toBe(live)
      }),
      { numRuns: runs(40) },
    )
  }, 120_000)
})
