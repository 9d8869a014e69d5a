import { describe, expect, it } from 'vitest'
import { columnSums, type ListQuery, listEntries } from '../../../../../renderer/features/register-list/list-entries.ts'
import { columnsOf } from '../../../../../renderer/features/register-list/shown-columns.ts'
import type { RegisterDefinition } from '../../../../../shared/catalogue/registers/register-definition.ts'
import type { Entry, FieldValue } from '../../../../../shared/model/entry/entry-record.ts'
import { documentsRegister, requestsRegister } from '../../../../fixtures/catalogue.ts'

const all: ListQuery = { text: '', year: null, choices: {}, sort: null }

function entry(name: string, fields: Record<string, FieldValue>, stages: Entry['stages'] = []): Entry {
  const id = { unit: 'u', register: 'r', entry: name }
  return { id, fields, stages, personal: null, binned: null, unread: [] }
}

const names = (entries: readonly Entry[]) => entries.map(({ id }) => id.entry)

const documents = [
  entry('a', { title: '关于防汛的通知', number: '花政发〔2020〕10号', kind: 'normativeDocument', made: '2020-06-01' }),
  entry('b', { title: '预算公开', kind: 'otherDocument', made: '2019-12-30', published: '2020-01-03' }),
  entry('c', {
    title: '防汛预案',
    number: '花政发〔2020〕9号',
    kind: 'normativeDocument',
    channels: ['website', 'wechat'],
  }),
]
const list = (query: Partial<ListQuery>) => names(listEntries(documentsRegister, documents, { ...all, ...query }))

describe('listEntries()', () => {
  it('gives all as they are where nothing is asked', () => expect(list({})).toEqual(['a', 'b', 'c']))

  it('finds each word in any column, in labels too', () => {
    expect(list({ text: '防汛' })).toEqual(['a', 'c'])
    expect(list({ text: '防汛 通知' })).toEqual(['a'])
    expect(list({ text: '微信' })).toEqual(['c'])
    expect(list({ text: '2020年6月' })).toEqual(['a'])
    expect(list({ text: '２０２０-06' })).toEqual(['a'])
    expect(list({ text: '没有' })).toEqual([])
  })

  it('never looks into what is sealed or free text', () => {
    const request = entry('r', { arrived: '2020-01-02', subject: '张三的档案', organ: '民政办' })
    const found = (text: string) => listEntries(requestsRegister, [request], { ...all, text })
    expect(found('民政')).toHaveLength(1)
    expect(found('张三')).toHaveLength(0)
  })

  it('finds the entries with a day in a year, a stage included', () => {
    expect(list({ year: 2020 })).toEqual(['a', 'b'])
    expect(list({ year: 2019 })).toEqual(['b'])
    const decided = { kind: 'decision', date: '2021-01-05', outcome: 'granted', documentNumber: '' } as const
    const open = entry('r', { arrived: '2020-12-20' }, [{ id: 's', stage: decided }])
    expect(listEntries(requestsRegister, [open], { ...all, year: 2021 })).toEqual([open])
    expect(listEntries(requestsRegister, [open], { ...all, year: 2022 })).toEqual([])
  })

  it('narrows by a choice, of several too', () => {
    expect(list({ choices: { kind: 'normativeDocument' } })).toEqual(['a', 'c'])
    expect(list({ choices: { channels: 'wechat' } })).toEqual(['c'])
    expect(list({ choices: { kind: 'rule' } })).toEqual([])
  })

  it('sorts by a column, numbers by their size and what is empty last both ways', () => {
    expect(list({ sort: { key: 'number', descending: false } })).toEqual(['c', 'a', 'b'])
    expect(list({ sort: { key: 'number', descending: true } })).toEqual(['a', 'c', 'b'])
    expect(list({ sort: { key: 'made', descending: false } })).toEqual(['b', 'a', 'c'])
    expect(list({ sort: { key: 'made', descending: true } })).toEqual(['a', 'b', 'c'])
  })
})

describe('columnSums()', () => {
  const register: RegisterDefinition = {
    id: 'sums',
    label: '收费',
    unit: '笔',
    place: 'more',
    fields: [
      { key: 'cases', label: '件数', kind: 'count', group: 'main' },
      { key: 'fee', label: '金额', kind: 'money', group: 'main' },
    ],
  }

  it('adds exactly, and leaves out what is no amount', () => {
    const entries = [entry('a', { cases: '2', fee: '0.1' }), entry('b', { cases: '约3', fee: '0.2' }), entry('c', {})]
    expect([...columnSums(columnsOf(register), entries)]).toEqual([
      ['cases', '2'],
      ['fee', '0.3'],
    ])
  })
})
