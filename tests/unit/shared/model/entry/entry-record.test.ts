import { describe, expect, it } from 'vitest'
import {
  binEdit,
  clearTakenOut,
  fieldEdits,
  sealedEdit,
  stageEdit,
} from '../../../../../shared/actions/entry-changes.ts'
import { change } from '../../../../../shared/journal/frame.ts'
import { type EntryId, entryRecordId, readEntry } from '../../../../../shared/model/entry/entry-record.ts'
import type { RequestStage } from '../../../../../shared/model/entry/request.ts'
import type { Groups } from '../../../../../shared/record/groups.ts'
import { registerOf, withChanges } from '../../../../fixtures/register-entries.ts'

const id: EntryId = { unit: 'local:a|b', register: 'requests', entry: 'e1' }
const requests = registerOf('requests')
const decision = (date: string): RequestStage => ({ kind: 'decision', date, outcome: 'granted', documentNumber: '' })
const typed = (groups: Groups, values: Parameters<typeof fieldEdits>[3]) =>
  withChanges(groups, fieldEdits(requests, id, groups, values))
const read = (groups: Groups) => readEntry(entryRecordId(id), groups)

describe('clearTakenOut()', () => {
  const stamped = (value: Groups[string]['value']) => ({ value, stamp: '', author: '', device: '' })

  it('takes out what was written in clear before its field was sealed, and nothing else', () => {
    const disputes = registerOf('disputes')
    const dispute = { ...id, register: 'disputes' }
    const sealed = stamped({ keyId: 'k', nonce: 'AA==', data: 'AA==' })
    const groups = { main: stamped({ kind: 'review' }), text: stamped({ about: '张三不服' }), personal: sealed }
    expect(clearTakenOut(disputes, dispute, groups)).toMatchObject([
      { group: 'text', value: null, previous: { about: '张三不服' } },
    ])
    const mixed = { text: stamped({ about: '张三不服', other: '1' }), 'stage:a': stamped({ about: '别的' }) }
    expect(clearTakenOut(disputes, dispute, mixed)).toMatchObject([{ group: 'text', value: { other: '1' } }])
    expect(clearTakenOut(disputes, dispute, { main: stamped({ kind: 'review' }), personal: sealed })).toEqual([])
  })
})

describe('fieldEdits()', () => {
  it('writes one change for each field group, and none for what stands there already', () => {
    const changes = fieldEdits(requests, id, {}, { arrived: '2024-01-02', way: 'online', number: '2024-001' })
    expect(changes).toEqual([
      {
        entity: 'entry',
        record: 'local:a|b|requests|e1',
        group: 'main',
        value: { arrived: '2024-01-02', way: 'online' },
        previous: null,
      },
      {
        entity: 'entry',
        record: 'local:a|b|requests|e1',
        group: 'number',
        value: { number: '2024-001' },
        previous: null,
      },
    ])
    expect(changes.every((one) => change.safeParse(one).success)).toBe(true)
    expect(fieldEdits(requests, id, withChanges({}, changes), { way: 'online' })).toEqual([])
  })

  it('keeps the other fields of the group, empties a field, and removes a group without fields', () => {
    const groups = typed({}, { arrived: '2024-01-02', way: 'online', organ: '民政局' })
    expect(read(typed(groups, { way: 'fax', organ: '' }))?.fields).toEqual({ arrived: '2024-01-02', way: 'fax' })
    expect(typed(groups, { organ: null }).handling?.value).toBeNull()
  })

  it('keeps what is typed wrong', () => {
    expect(read(typed({}, { arrived: '昨天' }))?.fields).toEqual({ arrived: '昨天' })
  })

  it('never writes a personal field in clear', () => {
    expect(() => fieldEdits(requests, id, {}, { name: '张三' })).toThrow('name')
    expect(() => fieldEdits(requests, id, {}, { nothing: 'x' })).toThrow('nothing')
  })

  it('does not turn one figure into another', () => {
    const figure: EntryId = { ...id, register: 'figures' }
    const figures = registerOf('figures')
    const groups = withChanges(
      {},
      fieldEdits(figures, figure, {}, { subject: 'trainings', period: '2024', value: '1' }),
    )
    expect(() => fieldEdits(figures, figure, groups, { period: '2023' })).toThrow('period')
    expect(fieldEdits(figures, figure, groups, { period: '2024', value: '2' })).toHaveLength(1)
  })
})

describe('readEntry()', () => {
  it('reads the id back, a bar in the unit code too', () => {
    expect(read(typed({}, { way: 'fax' }))?.id).toEqual(id)
  })

  it('orders stages by day, and within a day as they were added', () => {
    let groups: Groups = {}
    for (const [stageId, date] of [
      ['003', '2024-02-01'],
      ['001', '2024-03-01'],
      ['002', '2024-02-01'],
    ] as const) {
      groups = withChanges(groups, stageEdit(id, groups, stageId, decision(date)))
    }
    expect(read(groups)?.stages.map((one) => one.id)).toEqual(['002', '003', '001'])
    const without = withChanges(groups, stageEdit(id, groups, '002', null))
    expect(read(without)?.stages.map((one) => one.id)).toEqual(['003', '001'])
  })

  it('keeps sealed fields as they are and takes an entry into the bin and out of it', () => {
    const sealed = { keyId: 'k1', nonce: 'AAAA', data: 'q83v' }
    let groups = typed({}, { way: 'fax' })
    groups = withChanges(groups, sealedEdit(id, groups, sealed))
    groups = withChanges(groups, binEdit(id, groups, '2024-05-06'))
    expect(read(groups)).toMatchObject({ personal: sealed, binned: '2024-05-06', unread: [] })
    groups = withChanges(groups, binEdit(id, groups, null))
    expect(read(groups)?.binned).toBeNull()
  })

  it('names groups that it cannot read and goes on without them', () => {
    const groups = withChanges(typed({}, { way: 'fax' }), [
      {
        entity: 'entry',
        record: '',
        group: 'stage:001',
        value: { kind: 'séance', date: '2024-01-02' },
        previous: null,
      },
      { entity: 'entry', record: '', group: 'personal', value: { name: '张三' }, previous: null },
      { entity: 'entry', record: '', group: 'later', value: 7, previous: null },
    ])
    expect(read(groups)).toMatchObject({ fields: { way: 'fax' }, stages: [], personal: null })
    expect(read(groups)?.unread).toEqual(['stage:001', 'personal', 'later'])
  })

  it('is nothing where the making of the entry was undone', () => {
    expect(read(typed(typed({}, { way: 'fax' }), { way: null }))).toBeNull()
    expect(read({})).toBeNull()
  })
})
