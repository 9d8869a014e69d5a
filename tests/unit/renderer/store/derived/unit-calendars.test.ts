import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDerived } from '../../../../../renderer/store/derived/read-derived.ts'
import { addStage, editEntryFields } from '../../../../../renderer/store/entries/entry-actions.ts'
import { readEntryViews } from '../../../../../renderer/store/lists/read-entries.ts'
import type { Store } from '../../../../../renderer/store/store.ts'
import { recordAction, undo } from '../../../../../renderer/store/write/record-action.ts'
import { settleYear, tickLegalHolidays, turnDay } from '../../../../../shared/actions/holiday-changes.ts'
import { formForYear } from '../../../../../shared/catalogue/catalogue.ts'
import { entryRecordId } from '../../../../../shared/model/entry/entry-record.ts'
import { catalogue, forms } from '../../../../fixtures/catalogue.ts'
import { type MemoryDisk, memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { stampedDump } from '../../../../fixtures/store-dump.ts'
import { act, type } from '../../../../fixtures/stored-entries.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../../../../fixtures/test-store.ts'

let disk: MemoryDisk
let store: Store

beforeEach(async () => {
  await forgetDatabase()
  disk = memoryDisk()
  store = (await startStore(disk)).store
  await addUnits(store, [unit('t1', '花园镇', 'township', null), unit('t2', '丰山镇', 'township', null)])
})
afterEach(() => store.database.close())

/** Received on 25 December 2026; by Monday to Friday the 20th working day is 22 January 2027, with 元旦 off the 25th. */
async function answeredOn(code: string, day: string) {
  const id = await type(store, code, 2026, 'requests', { arrived: '2026-12-25', way: 'inPerson', applicant: 'person' })
  const stage = { kind: 'decision', date: day, outcome: 'granted', documentNumber: '' } as const
  await act(store, code, 2026, addStage(id, 's1', stage))
  return entryRecordId(id)
}
const punctuality = async (id: string) => (await readEntryViews(store.database, [id]))[0]?.facts?.punctuality
const onTime = async (code: string) => {
  const form = formForYear(forms, 2027)
  if (form === null) throw new Error('no form')
  const { supplement } = await readDerived(store.database, code, 2027, form)
  return [supplement['answered.onTime'], supplement['answered.late']]
}
const tick = (code: string, ...steps: ('legal' | 'settle' | string)[]) =>
  recordAction(store, {
    action: 'tick-holiday',
    unit: code,
    year: 2026,
    edit: async (read) => {
      const groups = await read('unit', code)
      const [step = ''] = steps
      if (step === 'legal') return tickLegalHolidays(catalogue.days, code, groups, 2027)
      if (step !== 'settle') return turnDay(code, groups, step)
      const settled = settleYear(code, groups, 2027, true)
      return settled.ok ? settled.value : []
    },
  })

describe('stored facts', () => {
  it('follow the days off of their own unit, from the frame that settles them', async () => {
    const id = await answeredOn('t1', '2027-01-25')
    const other = await answeredOn('t2', '2027-01-25')
    expect([await punctuality(id), await onTime('t1')]).toEqual(['late', [0, 1]])
    await tick('t1', 'legal')
    expect(await punctuality(id)).toBe('late')
    await tick('t1', 'settle')
    expect([await punctuality(id), await onTime('t1')]).toEqual(['onTime', [1, 0]])
    expect([await punctuality(other), await onTime('t2')]).toEqual(['late', [0, 1]])
    // What is entered afterwards is counted by the same days.
    expect(await punctuality(await answeredOn('t1', '2027-01-25'))).toBe('onTime')
    expect(await onTime('t1')).toEqual([2, 0])
    await tick('t1', '2027-01-01')
    expect(await onTime('t1')).toEqual([0, 2])
  })

  it('go back with an undo', async () => {
    const id = await answeredOn('t1', '2027-01-25')
    await tick('t1', 'legal')
    await tick('t1', 'settle')
    expect(await punctuality(id)).toBe('onTime')
    await undo(store)
    expect([await punctuality(id), await onTime('t1')]).toEqual(['late', [0, 1]])
  })

  it('are what a register in memory holds too', async () => {
    const id = await answeredOn('t1', '2027-01-25')
    const { views } = store.entries.of('t1', 'requests')
    await expect.poll(() => views.get()?.get(id)?.facts?.punctuality).toBe('late')
    await tick('t1', 'legal')
    await tick('t1', 'settle')
    expect(views.get()?.get(id)?.facts?.punctuality).toBe('onTime')
    await undo(store)
    expect(views.get()?.get(id)?.facts?.punctuality).toBe('late')
  })

  it('are read as a whole only where days that count have changed', async () => {
    for (const day of ['22', '25', '26']) await answeredOn('t1', `2027-01-${day}`)
    const typed = await type(store, 't1', 2026, 'requests', { arrived: '2026-12-25', way: 'inPerson' })
    let read = 0
    store.database.entries.hook('reading', (row: unknown) => {
      read += 1
      return row
    })
    const reads = async (doing: Promise<unknown>) => {
      read = 0
      await doing
      return read
    }
    expect(await reads(addUnits(store, [unit('t1', '花园街道', 'township', null)]))).toBe(0)
    // Until the year is settled nothing is counted by it.
    expect(await reads(tick('t1', 'legal'))).toBe(0)
    expect(await reads(tick('t1', 'settle'))).toBe(4)
    // Once by the action, once where it is applied.
    expect(await reads(act(store, 't1', 2026, editEntryFields(typed, { way: 'letter' })))).toBe(2)
  })

  it('are the same after a replay of the tail and in a store made anew', async () => {
    await answeredOn('t1', '2027-01-25')
    await tick('t1', 'legal')
    const before = disk.frames.length
    await tick('t1', 'settle')
    await answeredOn('t1', '2027-01-26')
    const live = await stampedDump(store.database)
    const counted = await onTime('t1')
    expect(counted).toEqual([1, 1])
    store.database.close()
    await forgetDatabase()
    const whole = [...disk.frames]
    disk.frames.length = before
    store = (await startStore(disk)).store
    expect(await onTime('t1')).toEqual([0, 1])
    store.database.close()
    disk.frames.push(...whole.slice(before))
    store = (await startStore(disk)).store
    expect([await stampedDump(store.database), await onTime('t1')]).toEqual([live, counted])
    store.database.close()
    await forgetDatabase()
    store = (await startStore(disk)).store
    expect([await stampedDump(store.database), await onTime('t1')]).toEqual([live, counted])
  })
})
