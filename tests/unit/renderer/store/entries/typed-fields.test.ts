import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addEntry } from '../../../../../renderer/store/entries/entry-actions.ts'
import { typeFields } from '../../../../../renderer/store/entries/typed-fields.ts'
import { readEntryViews } from '../../../../../renderer/store/lists/read-entries.ts'
import { recordAction } from '../../../../../renderer/store/write/record-action.ts'
import { entryRecordId } from '../../../../../shared/model/entry/entry-record.ts'
import { memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { addUnits, forgetDatabase, startStore, type TestStore, unit } from '../../../../fixtures/test-store.ts'

let test: TestStore
beforeEach(async () => {
  await forgetDatabase()
  test = await startStore(memoryDisk())
  await addUnits(test.store, [unit('t1', '花园镇', 'township', null)])
})
afterEach(() => test.store.database.close())

const idOf = (entry: string) => ({ unit: 't1', register: 'requests', entry })
const made = (entry: string, fields: Record<string, string>) =>
  recordAction(test.store, {
    ...addEntry(test.store.database, { id: idOf(entry), fields, year: 2026 }),
    unit: 't1',
    year: 2026,
  })
const typed = (entry: string, values: Record<string, string>) =>
  recordAction(test.store, {
    ...typeFields(test.store.database, idOf(entry), values, undefined),
    unit: 't1',
    year: 2026,
  })
const numberOf = async (entry: string) =>
  (await readEntryViews(test.store.database, [entryRecordId(idOf(entry))]))[0]?.entry.fields.number

describe('typeFields()', () => {
  it('has the number that the program gave follow the year of the day', async () => {
    await made('e1', { arrived: '2025-03-01' })
    await made('e2', { arrived: '2026-03-10' })
    expect(await numberOf('e2')).toBe('2026-001')
    await typed('e2', { arrived: '2025-03-10' })
    expect(await numberOf('e2')).toBe('2025-002')
    await typed('e2', { arrived: '2025-03-11' })
    expect(await numberOf('e2')).toBe('2025-002')
  })

  it('gives a number to one that had no day to be numbered by', async () => {
    await made('e1', { way: 'inPerson' })
    expect(await numberOf('e1')).toBeUndefined()
    await typed('e1', { arrived: '2025-03-10' })
    expect(await numberOf('e1')).toBe('2025-001')
  })

  it('leaves a number that somebody typed', async () => {
    await made('e1', { arrived: '2026-03-10', number: '花信〔2026〕1号' })
    await typed('e1', { arrived: '2025-03-10' })
    expect(await numberOf('e1')).toBe('花信〔2026〕1号')
    await typed('e1', { arrived: '2024-03-10', number: '7' })
    expect(await numberOf('e1')).toBe('7')
  })
})
