import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../../../renderer/store/open/open-store.ts'
import type { Store } from '../../../../../renderer/store/store.ts'
import { readGroups } from '../../../../../renderer/store/tables/read-groups.ts'
import { editReport, recordAction, redo, undo } from '../../../../../renderer/store/write/record-action.ts'
import { narrativeEdit } from '../../../../../shared/actions/report-changes.ts'
import { filledByEdit } from '../../../../../shared/actions/unit-changes.ts'
import { builtInData } from '../../../../../shared/catalogue/built-in.ts'
import type { Change } from '../../../../../shared/journal/frame.ts'
import { type ReportId, reportRecordId } from '../../../../../shared/model/report/report-record.ts'
import type { Groups } from '../../../../../shared/record/groups.ts'
import { fail } from '../../../../../shared/values/result.ts'
import { type MemoryDisk, memoryDesktop, memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { stampedDump } from '../../../../fixtures/store-dump.ts'
import { testPackages } from '../../../../fixtures/test-packages.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../../../../fixtures/test-store.ts'

const id: ReportId = { unit: 't1', year: 2020, layer: 'own' }
let disk: MemoryDisk
let store: Store

beforeEach(async () => {
  await forgetDatabase()
  disk = memoryDisk()
  store = (await startStore(disk)).store
  await addUnits(store, [unit('t1', '花园镇', 'township', null)])
})

afterEach(() => store.database.close())

const write = (text: string) => editReport(store, id, 'write', (groups) => narrativeEdit(id, groups, 'overview', text))

const overview = async () =>
  (await readGroups(store.database, 'report', reportRecordId(id)))['narrative:overview']?.value ?? null

describe('recordAction()', () => {
  it("is on disk and in the store when it resolves, in the author's name", async () => {
    const result = await write('一')
    expect(result).toMatchObject({ ok: true, value: { seq: 2, action: 'write', author: '王芳', unit: 't1' } })
    expect(disk.frames.at(-1)?.changes).toMatchObject([{ value: '一', previous: null }])
    expect(await overview()).toBe('一')
  })

  it('is in the name of the office that fills in for the unit, and says so', async () => {
    const county = { ...unit('c', '孝昌县', 'county', null), contact: { author: '赵强', reviewer: '', phone: '' } }
    await addUnits(store, [county])
    await recordAction(store, {
      action: 'edit-unit',
      unit: 't1',
      year: 2020,
      edit: async (read) => filledByEdit('t1', await read('unit', 't1'), 'c'),
    })
    expect(await write('一')).toMatchObject({ value: { author: '赵强', actingUnit: 'c', unit: 't1' } })
    expect((await undo(store)).ok).toBe(true)
    expect(disk.frames.at(-1)).toMatchObject({ author: '赵强', actingUnit: 'c' })
    expect(store.writer.unitOfNext('redo')).toBe('t1')
    const groups = await readGroups(store.database, 'report', reportRecordId(id))
    expect(groups['narrative:overview']).toMatchObject({ author: '赵强', actingUnit: 'c' })
    await recordAction(store, {
      action: 'edit-unit',
      unit: 't1',
      year: 2020,
      edit: async (read) => filledByEdit('t1', await read('unit', 't1'), null),
    })
    const own = await write('二')
    expect(own).toMatchObject({ value: { author: '王芳' } })
    expect(own.ok && own.value !== null && 'actingUnit' in own.value).toBe(false)
  })

  it('keeps the order, and reads what stood before in its own turn', async () => {
    await Promise.all(['一', '二', '三'].map(write))
    const told = disk.frames.slice(1).map(({ changes }) => [changes[0]?.previous, changes[0]?.value])
    expect(told).toEqual([
      [null, '一'],
      ['一', '二'],
      ['二', '三'],
    ])
  })

  it('does not believe what an edit says stood before', async () => {
    await write('一')
    const stale: Change = {
      entity: 'report',
      record: reportRecordId(id),
      group: 'narrative:overview',
      value: '二',
      previous: null,
    }
    await recordAction(store, { action: 'write', unit: 't1', year: 2020, edit: () => [stale] })
    expect(disk.frames.at(-1)?.changes[0]?.previous).toBe('一')
  })

  it('writes no frame for an edit that changes nothing', async () => {
    await write('一')
    expect(await write('一')).toEqual({ ok: true, value: null })
    expect(disk.frames).toHaveLength(2)
  })

  it('changes nothing and says so where the disk refuses, and goes on when it takes again', async () => {
    await write('一')
    disk.problem = { code: 'disk-full', detail: 'ENOSPC' }
    expect(await write('二')).toEqual({ ok: false, problem: disk.problem })
    expect(await overview()).toBe('一')
    expect(store.writer.saveState.get()).toEqual({ state: 'failed', problem: disk.problem, waiting: 0 })
    disk.problem = null
    expect((await write('三')).ok).toBe(true)
    expect(store.writer.saveState.get()).toEqual({ state: 'saved' })
    expect(disk.frames.at(-1)?.changes[0]?.previous).toBe('一')
  })

  it('keeps an insistent action that the disk refuses, and records it first when the disk takes again', async () => {
    disk.problem = { code: 'disk-full', detail: 'ENOSPC' }
    for (const text of ['一', '二']) {
      const edit = (groups: Groups) => narrativeEdit(id, groups, 'overview', text)
      expect((await editReport(store, id, 'write', edit, { insist: true })).ok).toBe(false)
    }
    expect((await store.writer.retry()).ok).toBe(false)
    expect(store.writer.saveState.get()).toEqual({ state: 'failed', problem: disk.problem, waiting: 2 })
    expect(disk.frames).toHaveLength(1)
    disk.problem = null
    expect((await write('三')).ok).toBe(true)
    expect(store.writer.saveState.get()).toEqual({ state: 'saved' })
    expect(disk.frames.slice(1).map(({ changes: [change] }) => [change?.previous, change?.value])).toEqual([
      [null, '一'],
      ['一', '二'],
      ['二', '三'],
    ])
    await store.writer.undo()
    expect(await overview()).toBe('二')
  })

  it('says 正在保存 until the last one is on disk', async () => {
    const states: string[] = []
    store.writer.saveState.subscribe(() => states.push(store.writer.saveState.get().state))
    await Promise.all([write('一'), write('二')])
    expect(states.at(-1)).toBe('saved')
    expect(states.slice(0, -1).every((state) => state === 'saving')).toBe(true)
  })

  it('outlives an edit that breaks', async () => {
    const broken = recordAction(store, {
      action: 'break',
      unit: 't1',
      year: 2020,
      edit: () => {
        throw new Error('broken')
      },
    })
    await expect(broken).rejects.toThrow('broken')
    expect((await write('一')).ok).toBe(true)
  })

  it('heals a store that was lost underneath it', async () => {
    await write('一')
    await store.database.delete({ disableAutoOpen: false })
    expect((await write('二')).ok).toBe(true)
    expect(await overview()).toBe('二')
    expect(disk.frames).toHaveLength(3)
  })

  it('says that the store is behind where it cannot be healed, builds nothing on it, and loses nothing', async () => {
    store.database.close()
    let isBroken = true
    const { desktop, bytes } = memoryDesktop(disk)
    const opened = await openStore({
      desktop: {
        ...desktop,
        readJournal: async (after) => (isBroken ? fail({ code: 'io', detail: 'EIO' }) : desktop.readJournal(after)),
      },
      bytes,
      packages: testPackages(bytes),
      catalogue: builtInData,
      now: () => 0,
    })
    if (!opened.ok) throw new Error(opened.problem.code)
    store = opened.value
    await store.database.meta.clear()
    // What is on disk stays on screen, though the store can't follow.
    const told: unknown[] = []
    const second = await recordAction(store, {
      action: 'write-text',
      unit: id.unit,
      year: id.year,
      recorded: (frame) => told.push(frame?.changes.at(-1)?.value ?? null),
      edit: async (read) => narrativeEdit(id, await read('report', reportRecordId(id)), 'overview', '二'),
    })
    expect(second).toMatchObject({ ok: false, problem: { code: 'store-behind' } })
    expect(told).toEqual(['二'])
    expect(await write('三')).toMatchObject({ ok: false, problem: { code: 'store-behind' } })
    expect(disk.frames.map(({ changes }) => changes.at(-1)?.value)).toEqual([true, '二'])
    isBroken = false
    expect((await write('四')).ok).toBe(true)
    expect(disk.frames.at(-1)?.changes[0]?.previous).toBe('二')
  })
})

describe('undo()', () => {
  it('takes back step by step, and does again', async () => {
    for (const text of ['一', '二', '三']) await write(text)
    const seen: unknown[] = []
    for (const step of [undo, undo, redo, undo, undo, redo, redo, redo]) {
      const result = await step(store)
      if (!result.ok || result.value === null) throw new Error('nothing done')
      expect(result.value.left).toEqual([])
      seen.push(await overview())
    }
    expect(seen).toEqual(['二', '一', '二', '一', null, '一', '二', '三'])
    expect(await redo(store)).toEqual({ ok: true, value: null })
  })

  it('is an action of its own that names what it takes back', async () => {
    await write('一')
    await undo(store)
    expect(disk.frames.at(-1)).toMatchObject({ seq: 3, action: 'write', undoOf: 2 })
  })

  it('forgets what could be done again once something new is done', async () => {
    await write('一')
    await undo(store)
    expect(store.writer.undoState.get()).toEqual({ undo: null, redo: 'write' })
    await write('二')
    expect(store.writer.undoState.get()).toEqual({ undo: 'write', redo: null })
  })

  it('leaves what somebody else has changed since, and says so', async () => {
    await write('一')
    await recordAction(store, {
      action: 'merge',
      unit: 't1',
      year: 2020,
      undoable: false,
      edit: async (read) => narrativeEdit(id, await read('report', reportRecordId(id)), 'overview', '二'),
    })
    const result = await undo(store)
    if (!result.ok || result.value === null) throw new Error('nothing done')
    expect(result.value.left).toHaveLength(1)
    expect(await overview()).toBe('二')
    expect(store.writer.undoState.get()).toEqual({ undo: null, redo: null })
  })

  it('has nothing to take back at the start', async () => {
    const before = await stampedDump(store.database)
    expect(await undo(store)).toEqual({ ok: true, value: null })
    expect(await stampedDump(store.database)).toBe(before)
  })

  it('keeps its place where the disk refuses', async () => {
    await write('一')
    disk.problem = { code: 'read-only', detail: 'EROFS' }
    expect((await undo(store)).ok).toBe(false)
    disk.problem = null
    await undo(store)
    expect(await overview()).toBe(null)
  })
})
