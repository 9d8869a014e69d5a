import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { showsSame, withAhead } from '../../../../renderer/store/ahead.ts'
import type { Store } from '../../../../renderer/store/store.ts'
import { readGroups } from '../../../../renderer/store/tables/read-groups.ts'
import { editReport, undo } from '../../../../renderer/store/write/record-action.ts'
import { narrativeEdit } from '../../../../shared/actions/report-changes.ts'
import { type ReportId, reportRecordId } from '../../../../shared/model/report/report-record.ts'
import { type MemoryDisk, memoryDisk } from '../../../fixtures/memory-desktop.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../../../fixtures/test-store.ts'

const id: ReportId = { unit: 't1', year: 2020, layer: 'own' }
const record = reportRecordId(id)
let disk: MemoryDisk
let store: Store

beforeEach(async () => {
  await forgetDatabase()
  disk = memoryDisk()
  store = (await startStore(disk)).store
  await addUnits(store, [unit('t1', '花园镇', 'township', null)])
  await see()
})
afterEach(() => store.database.close())

/** What a screen does: the stored groups come in, and what is shown is read from both. */
const see = async () => store.ahead.see(record, await readGroups(store.database, 'report', record))
const shown = async () => {
  const groups = withAhead(record, await readGroups(store.database, 'report', record), store.ahead.edits.get())
  return groups['narrative:overview']?.value ?? null
}
const write = (text: string) =>
  editReport(store, id, 'write', (groups) => narrativeEdit(id, groups, 'overview', text), { insist: true })

describe('an edit of a report that is on screen', () => {
  it('is shown before the disk has it, and the store takes over without a gap', async () => {
    const first = write('一')
    expect(await shown()).toBe('一')
    const second = write('二')
    expect(await shown()).toBe('二')
    expect(disk.frames).toHaveLength(1)
    await Promise.all([first, second])
    expect(await shown()).toBe('二')
    await see()
    expect(store.ahead.edits.get()).toEqual([])
    expect(await shown()).toBe('二')
  })

  it('does not hide what comes after it', async () => {
    await write('一')
    await write('二')
    await undo(store)
    expect(await shown()).toBe('一')
    await see()
    expect(store.ahead.edits.get()).toEqual([])
  })

  it('stays shown while the disk refuses it, and until it has taken it', async () => {
    disk.problem = { code: 'disk-full', detail: 'ENOSPC' }
    await write('一')
    await see()
    expect(await shown()).toBe('一')
    disk.problem = null
    await store.writer.retry()
    await see()
    expect(store.ahead.edits.get()).toEqual([])
    expect(await shown()).toBe('一')
    await undo(store)
    expect(await shown()).toBe(null)
  })

  it('is let go where it changes nothing, and where its making fails', async () => {
    await write('一')
    await see()
    await write('一')
    expect(store.ahead.edits.get()).toEqual([])
    let calls = 0
    const failing = editReport(store, id, 'write', () => {
      calls += 1
      if (calls > 1) throw new Error('no')
      return narrativeEdit(id, {}, 'overview', '二')
    })
    await expect(failing).rejects.toThrow('no')
    expect(store.ahead.edits.get()).toEqual([])
    expect(await shown()).toBe('一')
  })

  it('is not shown ahead where its record is not on screen', async () => {
    const other: ReportId = { ...id, year: 2021 }
    const written = editReport(store, other, 'write', (groups) => narrativeEdit(other, groups, 'overview', '一'))
    expect(store.ahead.edits.get()).toEqual([])
    await written
  })
})

describe('showsSame()', () => {
  it('looks at values alone; a removed group is none', () => {
    const a = { 'cell:a': { value: 1, stamp: '1', author: '甲', device: '' } }
    expect(
      showsSame(a, {
        'cell:a': { value: 1, stamp: '2', author: '', device: '' },
        b: { value: null, stamp: '', author: '', device: '' },
      }),
    ).toBe(true)
    expect(showsSame(a, {})).toBe(false)
    expect(showsSame({}, a)).toBe(false)
  })
})
