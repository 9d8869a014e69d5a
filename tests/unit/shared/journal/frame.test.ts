import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, change } from '../../../../shared/journal/frame.ts'

const good: Change = {
  entity: 'entry',
  record: 'u|documents|a',
  group: 'main',
  value: { title: '通知' },
  previous: null,
}

describe('change', () => {
  it('takes every value that JSON has, as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, previous) => {
        const read = change.safeParse(JSON.parse(JSON.stringify({ ...good, value, previous })))
        expect(read.success).toBe(true)
      }),
    )
    expect(change.parse(good)).toEqual(good)
  })

  it.each<[what: string, value: unknown]>([
    ['nothing', null],
    ['a text', 'change'],
    ['a list', [good]],
    ['an entity that there is not', { ...good, entity: 'person' }],
    ['no record', { ...good, record: '' }],
    ['a record longer than any', { ...good, record: 'r'.repeat(301) }],
    ['a group that is no text', { ...good, group: 7 }],
    ['one part more', { ...good, seq: 7 }],
    ['no value', { ...good, value: undefined }],
    ['no value before', { entity: 'entry', record: 'r', group: 'g', value: null }],
    ['a value that JSON has not', { ...good, value: { day: new Date(0) } }],
    ['a number that JSON has not', { ...good, previous: [Number.NaN] }],
  ])('refuses %s', (_what, value) => {
    expect(change.safeParse(value).success).toBe(false)
  })
})
