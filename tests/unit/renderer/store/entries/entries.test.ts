import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDerived } from '../../../../../renderer/store/derived/read-derived.ts'
import {
  addEntries,
  addStage,
  binEntry,
  editEntryFields,
  keepRegister,
  removeStage,
  restoreEntry,
} from '../../../../../renderer/store/entries/entry-actions.ts'
import { readEntriesBehind } from '../../../../../renderer/store/entries/read-entries-behind.ts'
import { countListed, readListed } from '../../../../../renderer/store/lists/entry-lists.ts'
import { readEntryViews, readFlawedIds, readOpenEntries } from '../../../../../renderer/store/lists/read-entries.ts'
import { exportSubmission } from '../../../../../renderer/store/packages/export-submission.ts'
import { readDesk } from '../../../../../renderer/store/reports/read-desk.ts'
import type { Store } from '../../../../../renderer/store/store.ts'
import { readGroups } from '../../../../../renderer/store/tables/read-groups.ts'
import { redo, undo } from '../../../../../renderer/store/write/record-action.ts'
import { formForYear } from '../../../../../shared/catalogue/catalogue.ts'
import { type EntryId, entryRecordId } from '../../../../../shared/model/entry/entry-record.ts'
import { readKept } from '../../../../../shared/model/unit/kept-registers.ts'
import { forms } from '../../../../fixtures/catalogue.ts'
import { memoryDisk } from '../../../../fixtures/memory-desktop.ts'
import { readFixture } from '../../../../fixtures/read-fixture.ts'
import { xiaochangEntries } from '../../../../fixtures/register-entries.ts'
import { act, keep, type } from '../../../../fixtures/stored-entries.ts'
import { addUnits, forgetDatabase, startStore, unit } from '../../../../fixtures/test-store.ts'

const YEAR = 2024
const year = formForYear(forms, YEAR)
if (year === null) throw new Error('no form')
const form = year
let store: Store

beforeEach(async () => {
  await forgetDatabase()
  store = (await startStore(memoryDisk())).store
  await addUnits(store, [unit('t1', '花园镇', 'township', null), unit('t2', '丰山镇', 'township', null)])
})
afterEach(() => store.database.close())

const request = (arrived: string) => ({ arrived, way: 'inPerson', applicant: 'person' })
const view = async (id: EntryId) => (await readEntryViews(store.database, [entryRecordId(id)]))[0]
const ids = (unitCode: string, isBin = false) =>
  readListed(store.database, { unit: unitCode, register: 'requests', isBin })
const kept = async () => readKept(await readGroups(store.database, 'unit', 't1'))
const cell = async (key: string, of = YEAR) => {
  const { cells } = await readDerived(store.database, 't1', of, formForYear(forms, of) ?? form)
  const known = form.key(key)
  return known === null ? 'no such cell' : cells.get(known)
}

describe('addEntry()', () => {
  it('gives numbers on within the year, past 999 too, and leaves a typed one alone', async () => {
    await type(store, 't1', YEAR, 'requests', { ...request('2024-03-01'), number: '2024-999' })
    const second = await type(store, 't1', YEAR, 'requests', request('2024-03-02'))
    const third = await type(store, 't1', YEAR, 'requests', request('2024-03-02'))
    const other = await type(store, 't1', YEAR, 'requests', request('2025-01-02'))
    const free = await type(store, 't1', YEAR, 'requests', { ...request('2024-03-03'), number: '甲-7' })
    expect((await view(second))?.entry.fields.number).toBe('2024-1000')
    expect((await view(third))?.entry.fields.number).toBe('2024-1001')
    expect((await view(other))?.entry.fields.number).toBe('2025-001')
    expect((await view(free))?.entry.fields.number).toBe('甲-7')
  })

  it('keeps the register from the first entry on, in the same action', async () => {
    await type(store, 't1', YEAR, 'requests', request('2024-03-01'))
    await type(store, 't1', YEAR, 'figures', { subject: 'publications.website', period: '2023-05', value: '7' })
    expect(await kept()).toEqual({ requests: 2024, 'figures:publications': 2023 })
    await undo(store)
    expect(await kept()).toEqual({ requests: 2024 })
    await undo(store)
    expect(await kept()).toEqual({})
    expect(await ids('t1')).toEqual([])
    await redo(store)
    expect(await kept()).toEqual({ requests: 2024 })
    expect(await ids('t1')).toHaveLength(1)
  })

  it('writes the same figure typed again into the entry that is there, out of the bin', async () => {
    const figure = { subject: 'trainings', period: '2024', value: '3' }
    const id = await type(store, 't1', YEAR, 'figures', figure)
    await act(store, 't1', YEAR, binEntry(id, '2024-06-01'))
    expect(await countListed(store.database, { unit: 't1', register: 'figures' })).toBe(0)
    await type(store, 't1', YEAR, 'figures', { ...figure, value: '4' })
    expect(await countListed(store.database, { unit: 't1', register: 'figures' })).toBe(1)
    expect((await view(id))?.entry).toMatchObject({ fields: { value: '4' }, binned: null })
  })
})

describe('addEntries()', () => {
  it('is one action, with numbers that go on', async () => {
    const drafts = ['2024-01-02', '2024-01-03'].map((day, index) => ({
      id: { unit: 't1', register: 'requests', entry: `e${index}` },
      fields: request(day),
      year: YEAR,
    }))
    await act(store, 't1', YEAR, addEntries(store.database, drafts))
    const views = await readEntryViews(store.database, await ids('t1'))
    expect(views.map(({ entry }) => entry.fields.number)).toEqual(['2024-002', '2024-001'])
    await undo(store)
    expect(await ids('t1')).toEqual([])
  })
})

describe('readListed()', () => {
  it('lists a unit’s entries newest first, without a day last, the bin apart', async () => {
    const typed = [
      await type(store, 't1', YEAR, 'requests', request('2024-02-01')),
      await type(store, 't1', YEAR, 'requests', request('2024-05-01')),
      await type(store, 't1', YEAR, 'requests', request('昨天')),
      await type(store, 't1', YEAR, 'requests', request('2024-02-01')),
    ]
    await type(store, 't2', YEAR, 'requests', request('2024-04-01'))
    const [first = '', second = '', third = '', fourth = ''] = typed.map(entryRecordId)
    expect(await ids('t1')).toEqual([second, fourth, first, third])
    const [, binned] = typed
    if (binned === undefined) throw new Error('nothing typed')
    await act(store, 't1', YEAR, binEntry(binned, '2024-06-01'))
    expect(await ids('t1')).toEqual([fourth, first, third])
    expect(await ids('t1', true)).toEqual([second])
    await act(store, 't1', YEAR, restoreEntry(binned))
    expect(await ids('t1')).toEqual([second, fourth, first, third])
  })
})

describe('readOpenEntries()', () => {
  it('holds a request until its decision, also one that is not filled in right', async () => {
    const broken = await type(store, 't1', YEAR, 'requests', request('昨天'))
    const id = await type(store, 't1', YEAR, 'requests', request('2024-02-01'))
    const open = async () => (await readOpenEntries(store.database, 't1', 'requests')).map((one) => one.id)
    expect(await open()).toEqual([entryRecordId(broken), entryRecordId(id)])
    const decision = { kind: 'decision', date: '2024-02-20', outcome: 'granted', documentNumber: '' } as const
    await act(store, 't1', YEAR, addStage(id, 's1', decision))
    expect(await open()).toEqual([entryRecordId(broken)])
    await act(store, 't1', YEAR, removeStage(id, 's1'))
    expect(await open()).toEqual([entryRecordId(broken), entryRecordId(id)])
    await act(store, 't1', YEAR, binEntry(broken, '2024-03-01'))
    expect(await open()).toEqual([entryRecordId(id)])
  })
})

describe('readFlawedIds()', () => {
  it('finds what is not filled in right until it is, or lies in the bin, and again when that is taken back', async () => {
    const flawed = async (register = 'requests') =>
      [...(await readFlawedIds(store.database, 't1', register))].toSorted()
    const broken = await type(store, 't1', YEAR, 'requests', request('昨天'))
    const bare = await type(store, 't1', YEAR, 'requests', { arrived: '2024-02-01' })
    await type(store, 't1', YEAR, 'requests', request('2024-02-01'))
    await type(store, 't2', YEAR, 'requests', request('昨天'))
    const paper = await type(store, 't1', YEAR, 'documents', { title: '防汛通知', made: '2024-02-01' })
    const both = [entryRecordId(broken), entryRecordId(bare)].toSorted()
    expect(await flawed()).toEqual(both)
    expect(await flawed('documents')).toEqual([entryRecordId(paper)])
    await act(store, 't1', YEAR, editEntryFields(bare, { way: 'fax', applicant: 'person' }))
    expect(await flawed()).toEqual([entryRecordId(broken)])
    await act(store, 't1', YEAR, binEntry(broken, '2024-03-01'))
    expect(await flawed()).toEqual([])
    await undo(store)
    await undo(store)
    expect(await flawed()).toEqual(both)
  })
})

describe('readDerived()', () => {
  it('gives nothing for what is not kept, and follows every edit of what is', async () => {
    expect(await cell('requests.received.person')).toBeUndefined()
    const id = await type(store, 't1', YEAR, 'requests', request('2024-03-01'))
    expect(await cell('requests.received.person')).toBe(1)
    expect(await cell('requests.granted.person')).toBe(0)
    expect(await cell('disputes.review.upheld')).toBeUndefined()
    expect(await cell('requests.received.person', 2023)).toBeUndefined()
    await act(store, 't1', YEAR, editEntryFields(id, { applicant: 'company' }))
    expect([await cell('requests.received.person'), await cell('requests.received.company')]).toEqual([0, 1])
    await undo(store)
    expect(await cell('requests.received.person')).toBe(1)
    await act(store, 't1', YEAR, binEntry(id, '2024-04-01'))
    expect(await cell('requests.received.person')).toBe(0)
  })

  it('keeps a register that the clerk says is kept, and no longer', async () => {
    await act(store, 't1', YEAR, keepRegister('t1', 'disputes', YEAR))
    expect(await cell('disputes.review.upheld')).toBe(0)
    await act(store, 't1', YEAR, keepRegister('t1', 'disputes', null))
    expect(await cell('disputes.review.upheld')).toBeUndefined()
  })

  it('gives publications without licences where only those are kept', async () => {
    await type(store, 't1', YEAR, 'figures', { subject: 'publications.website', period: '2024', value: '8137' })
    const { supplement } = await readDerived(store.database, 't1', YEAR, form)
    expect(supplement['publications.website']).toBe(8137)
    expect(await cell('disclosure.licence.decisions')).toBeUndefined()
  })

  it('opens a year from what last year’s entries leave, and names what was typed otherwise', async () => {
    const document = (made: string) => ({ title: '办法', kind: 'normativeDocument', made })
    await type(store, 't1', 2023, 'openings', { year: '2023', stock: 'normativeDocument.inForce', amount: '55' })
    await type(store, 't1', 2023, 'documents', document('2023-05-01'))
    await type(store, 't1', YEAR, 'documents', document('2024-05-01'))
    expect(await cell('disclosure.normativeDocument.inForce', 2023)).toBe(56)
    expect(await cell('disclosure.normativeDocument.inForce')).toBe(57)
    await type(store, 't1', YEAR, 'openings', { year: '2024', stock: 'normativeDocument.inForce', amount: '60' })
    const derived = await readDerived(store.database, 't1', YEAR, form)
    expect(derived.differences).toEqual([{ stock: 'normativeDocument.inForce', typed: '60', lastYear: '56' }])
    expect(await cell('disclosure.normativeDocument.inForce')).toBe(61)
  })

  it('opens a year from what was sent of the last one, whatever last year’s register says since', async () => {
    const document = (made: string) => ({ title: '办法', kind: 'normativeDocument', made })
    await type(store, 't1', 2023, 'openings', { year: '2023', stock: 'normativeDocument.inForce', amount: '55' })
    await type(store, 't1', 2023, 'documents', document('2023-05-01'))
    const sent = await exportSubmission(store, { unit: 't1', year: 2023, layer: 'own' }, [])
    expect(sent).toMatchObject({ ok: true, value: { exported: { revision: 1 } } })
    await type(store, 't1', 2023, 'documents', document('2023-06-01'))
    expect(await cell('disclosure.normativeDocument.inForce', 2023)).toBe(57)
    expect(await cell('disclosure.normativeDocument.inForce')).toBe(56)
    await exportSubmission(store, { unit: 't1', year: 2023, layer: 'own' }, [])
    expect(await cell('disclosure.normativeDocument.inForce')).toBe(57)
  })

  it('makes counts of other derivations anew', async () => {
    await type(store, 't1', YEAR, 'requests', request('2024-03-01'))
    await readDerived(store.database, 't1', YEAR, form)
    await store.database.derived.update('t1|2024', { fingerprint: 'other', 'counts.counts': [] })
    expect(await cell('requests.received.person')).toBe(1)
    await store.database.derived.update('t1|2024', { fingerprint: 'other', 'counts.counts': [] })
    await type(store, 't1', YEAR, 'requests', request('2024-03-02'))
    expect(await store.database.derived.get('t1|2024')).toBeUndefined()
    expect(await cell('requests.received.person')).toBe(2)
  })
})

describe('readEntriesBehind()', () => {
  it('lists what counts in a cell and in its total, newest first and up to the limit', async () => {
    const form2020 = formForYear(forms, 2020)
    if (form2020 === null) throw new Error('no form')
    await keep(store, 't1', 2020, xiaochangEntries())
    const behind = (figure: string, limit: number) =>
      readEntriesBehind(store.database, { unit: 't1', year: 2020, form: form2020, figure, limit })
    const granted = await behind('requests.granted.person', 50)
    expect(granted.entries).toHaveLength(16)
    expect(granted).toMatchObject({ more: false, registers: ['requests'], stocks: [] })
    const days = granted.entries.map(({ day }) => day)
    expect(days).toEqual([...days].sort().reverse())
    expect(await behind('requests.granted.total', 5)).toMatchObject({ more: true })
    expect((await behind('requests.granted.total', 16)).entries).toEqual(granted.entries)
    expect((await behind('disclosure.normativeDocument.totalPublic', 50)).stocks).toEqual([
      'normativeDocument.totalPublic',
    ])
  })
})

describe('the whole way from entries to the report', () => {
  it('gives every figure of 孝昌县 2020, and the same after the store was lost', async () => {
    const { form: form2020, report } = readFixture('xiaochang-2020')
    const disk = memoryDisk()
    store.database.close()
    await forgetDatabase()
    store = (await startStore(disk)).store
    const county = unit('t1', '孝昌县', 'county', null)
    await addUnits(store, [{ ...county, profile: { ...county.profile, ruleRow: 'not-applicable' } }])
    await keep(store, 't1', 2020, xiaochangEntries())
    const expected = Object.fromEntries(
      [...form2020.cells.values()].map(({ key, kind }) => [key, report.cells[key] ?? (kind === 'money' ? '0' : 0)]),
    )
    const cells = async () => (await readDesk(store.database, 't1', 2020, form2020))?.own.report.cells
    expect(await cells()).toEqual(expected)
    store.database.close()
    await forgetDatabase()
    store = (await startStore(disk)).store
    expect(await cells()).toEqual(expected)
  })
})
