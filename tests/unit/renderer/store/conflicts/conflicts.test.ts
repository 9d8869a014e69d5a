import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConflicts, unitOfConflict } from '../../../../../renderer/store/conflicts/read-conflicts.ts'
import { settleConflict } from '../../../../../renderer/store/conflicts/settle-conflict.ts'
import type { Store } from '../../../../../renderer/store/store.ts'
import { readGroups } from '../../../../../renderer/store/tables/read-groups.ts'
import { editReport, recordAction, redo, undo } from '../../../../../renderer/store/write/record-action.ts'
import { recordKey } from '../../../../../shared/journal/apply-frame.ts'
import { type Copy, merge } from '../../../../../shared/journal/merge.ts'
import { readVector } from '../../../../../shared/journal/vector.ts'
import { formatHlc } from '../../../../../shared/record/hlc.ts'
import type { Json } from '../../../../../shared/values/json.ts'
import { type MemoryDisk, memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { stampedDump } from '../../../../fixtures/store-dump.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../../../../fixtures/test-store.ts'

const id = { unit: 't1', year: 2026, layer: 'own' } as const
const record = 't1|2026|own'
const group = 'cell:requests.granted.person'
let disk: MemoryDisk
let store: Store

beforeEach(async () => {
  await forgetDatabase()
  disk = memoryDisk()
  store = (await startStore(disk)).store
  await addUnits(store, [unit('t1', '花园镇', 'township', null)])
})
afterEach(() => store.database.close())

const type = (value: Json) =>
  editReport(store, id, 'type', () => [{ entity: 'report', record, group, value, previous: null }])
const shown = async () => (await readGroups(store.database, 'report', record))[group]?.value ?? null
const values = async () => (await readConflicts(store.database)).map((one) => one.values.map(({ value }) => value))

/** Merges what a colleague's PC wrote without having seen ours. */
async function mergeTheirs(value: Json): Promise<void> {
  const groups = await readGroups(store.database, 'report', record)
  const vector = readVector((await store.database.runs.toArray()).map((row) => [row.id, row.groups]))
  const place = { entity: 'report', record } as const
  const own: Copy = { records: new Map([[recordKey(place), { ...place, groups }]]), vector }
  const stamp = formatHlc({ time: disk.clock + 60_000, counter: 255, run: 'theirs' })
  const theirs = { [group]: { value, stamp, author: '李明', device: 'pc2' } }
  const other: Copy = {
    records: new Map([[recordKey(place), { ...place, groups: theirs }]]),
    vector: new Map([['theirs', stamp]]),
  }
  const changes = merge(own, other, { unit: 't1', isDropped: () => false })
  await recordAction(store, { action: 'merge', unit: 't1', year: 2026, edit: () => changes })
}

describe('what two PCs wrote differently', () => {
  it('is listed with both values, and where it is', async () => {
    await type(16)
    expect(await values()).toEqual([])
    await mergeTheirs(18)
    expect(await values()).toEqual([[18, 16]])
    expect((await readConflicts(store.database)).map(unitOfConflict)).toEqual(['t1'])
  })

  it('is none where both wrote the same, also after it was changed', async () => {
    await type(16)
    await mergeTheirs(16)
    expect(await values()).toEqual([])
    await type(17)
    expect(await values()).toEqual([])
  })

  it('stays when one goes on typing, whatever the other clock said', async () => {
    await type(16)
    await mergeTheirs(18)
    await type(20)
    expect(await shown()).toBe(20)
    expect(await values()).toEqual([[20, 16]])
  })

  it('is settled by choosing one, as one step that is taken back and done again', async () => {
    await type(16)
    await mergeTheirs(18)
    await settleConflict(store, { entity: 'report', record, group }, 16, id)
    expect([await shown(), await values()]).toEqual([16, []])
    await undo(store)
    expect([await shown(), await values()]).toEqual([18, [[18, 16]]])
    await redo(store)
    expect([await shown(), await values()]).toEqual([16, []])
  })

  it('goes with the merge that brought it, and the store is what it was, byte for byte', async () => {
    await type(16)
    const rows = async () =>
      JSON.stringify([await store.database.reports.toArray(), await store.database.runs.toArray()])
    const before = await rows()
    await mergeTheirs(18)
    await undo(store)
    expect(await rows()).toBe(before)
    expect(await values()).toEqual([])
    await redo(store)
    expect(await values()).toEqual([[18, 16]])
    await type(20)
    await undo(store)
    await undo(store)
    expect(await values(), 'a merge is undone only while it is the newest').toEqual([[18, 16]])
  })

  it('is the same after the store was lost', async () => {
    await type(16)
    await mergeTheirs(18)
    const before = await stampedDump(store.database)
    store.database.close()
    await forgetDatabase()
    store = (await startStore(disk)).store
    expect(await stampedDump(store.database)).toEqual(before)
  })
})
