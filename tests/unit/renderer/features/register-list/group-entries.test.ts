import { describe, expect, it } from 'vitest'
import {
  BY_MONTH,
  BY_YEAR,
  groupEntries,
  groupingsOf,
} from '../../../../../renderer/features/register-list/group-entries.ts'
import { columnSums, listEntries } from '../../../../../renderer/features/register-list/list-entries.ts'
import { groupedRows, headingOver } from '../../../../../renderer/features/register-list/list-rows.ts'
import { columnsOf } from '../../../../../renderer/features/register-list/shown-columns.ts'
import type { Entry, FieldValue } from '../../../../../shared/model/entry/entry-record.ts'
import type { RequestStage } from '../../../../../shared/model/entry/request.ts'
import { documentsRegister, requestsRegister } from '../../../../fixtures/catalogue.ts'

function request(name: string, fields: Record<string, FieldValue>, ...stages: RequestStage[]): Entry {
  return {
    id: { unit: 'u', register: 'requests', entry: name },
    fields,
    stages: stages.map((stage, index) => ({ id: `${index}`, stage })),
    personal: null,
    binned: null,
    unread: [],
  }
}

const fee = (amount: string, paid: string | null = null): RequestStage => ({
  kind: 'fee',
  date: '2025-03-01',
  amount,
  received: '2025-03-01',
  paid,
})
const granted: RequestStage = { kind: 'decision', date: '2025-04-01', outcome: 'granted', documentNumber: '' }

const entries = [
  request('a', { arrived: '2025-03-09', way: 'fax', applicant: 'person' }, fee('0.10')),
  request(
    'b',
    { arrived: '2025-03-01', way: 'online', applicant: 'person' },
    fee('9'),
    fee('0.20', '2025-03-20'),
    granted,
  ),
  request(
    'c',
    { arrived: '2024-12-31', way: 'pigeon', applicant: 'company' },
    { kind: 'withdrawal', date: '2025-01-01' },
  ),
  request('d', { arrived: '3月中', applicant: 'person' }),
]
const columns = columnsOf(requestsRegister)
const grouped = (grouping: string) =>
  groupEntries(requestsRegister, entries, { grouping, columns }).map(({ label, entries }) => [
    label,
    entries.map(({ id }) => id.entry).join(''),
  ])

describe('groupEntries()', () => {
  it('groups by month and by year, newest first, what has no day last', () => {
    expect(grouped(BY_MONTH)).toEqual([
      ['2025年3月', 'ab'],
      ['2024年12月', 'c'],
      ['没有日期', 'd'],
    ])
    expect(grouped(BY_YEAR)).toEqual([
      ['2025年', 'ab'],
      ['2024年', 'c'],
      ['没有日期', 'd'],
    ])
  })

  it('groups by a choice in the order of the register, what was typed otherwise behind, nothing last', () => {
    expect(grouped('way')).toEqual([
      ['网络提交', 'b'],
      ['传真', 'a'],
      ['pigeon', 'c'],
      ['未填申请方式', 'd'],
    ])
  })

  it('groups requests by what became of them', () => {
    expect(grouped('outcome').map(([, names]) => names)).toEqual(['b', 'c', 'ad'])
  })

  it('adds each group up exactly, and all groups together make the footer', () => {
    const sums = groupEntries(requestsRegister, entries, { grouping: BY_MONTH, columns }).map(({ sums }) =>
      sums.get('fee'),
    )
    expect(sums).toEqual(['0.3', '0', '0'])
    const found = listEntries(requestsRegister, entries, { text: '', year: null, choices: { way: 'fax' }, sort: null })
    expect(columnSums(columns, found).get('fee')).toBe('0.1')
  })

  it('sorts by what the stages say', () => {
    const sorted = listEntries(requestsRegister, entries, {
      text: '',
      year: null,
      choices: {},
      sort: { key: 'ended', descending: false },
    })
    expect(sorted.map(({ id }) => id.entry).join('')).toBe('cbad')
  })
})

describe('groupingsOf()', () => {
  it('offers time and every choice of one, never a choice of several or something sealed', () => {
    const keys = groupingsOf(documentsRegister).map(({ key }) => key)
    expect(keys).toEqual([BY_MONTH, BY_YEAR, 'kind', 'how'])
    expect(groupingsOf(requestsRegister).map(({ key }) => key)).not.toContain('name')
  })
})

describe('groupedRows()', () => {
  const groups = groupEntries(requestsRegister, entries, { grouping: BY_YEAR, columns })

  it('puts a heading over its entries, and nothing under a closed one', () => {
    const rows = groupedRows(groups, new Set(['2025']))
    expect(rows.map((row) => (row.kind === 'group' ? row.group.label : row.id))).toEqual([
      '2025年',
      '2024年',
      'u|requests|c',
      '没有日期',
      'u|requests|d',
    ])
    expect([0, 1, 2, 4].map((index) => headingOver(rows, index))).toEqual([0, 1, 1, 3])
  })
})
