import { describe, expect, it } from 'vitest'
import { recordKey } from '../../../../shared/journal/apply-frame.ts'
import { type Copy, merge } from '../../../../shared/journal/merge.ts'
import { arrange, type Groups } from '../../../../shared/record/groups.ts'
import { formatHlc } from '../../../../shared/record/hlc.ts'
import type { Standing } from '../../../../shared/record/writing.ts'
import type { Json } from '../../../../shared/values/json.ts'

const stampOf = (time: number, run: string): string => formatHlc({ time, counter: 255, run })
const write = (value: Json, time: number, run: string): Standing => ({
  value,
  stamp: stampOf(time, run),
  author: run,
  device: run,
})

function copy(standing: readonly Standing[], seen: Readonly<Record<string, number>>): Copy {
  const [first, ...rest] = standing
  const groups: Groups = first === undefined ? {} : { 'cell:a': arrange([first, ...rest]) }
  return {
    records: new Map([[recordKey(place), { ...place, groups }]]),
    vector: new Map(Object.entries(seen).map(([run, time]) => [run, stampOf(time, run)])),
  }
}

const place = { entity: 'report', record: 'u|2026|own' } as const
const options = { unit: 'u', isDropped: (value: Json) => value === 'dropped' }
const merged = (own: Copy, other: Copy) => merge(own, other, options)
const valuesOf = (own: Copy, other: Copy): Json[] | null => {
  const change = merged(own, other).find(({ entity }) => entity === 'report')
  return change === undefined ? null : [change.value, ...(change.beside ?? []).map(({ value }) => value)]
}

describe('merge()', () => {
  it('takes what we have not seen, with who wrote it, and then has seen it', () => {
    expect(merged(copy([], {}), copy([write(1, 5, 'b')], { b: 5 }))).toEqual([
      {
        ...place,
        group: 'cell:a',
        value: 1,
        previous: null,
        written: { stamp: stampOf(5, 'b'), author: 'b', device: 'b' },
      },
      { entity: 'run', record: 'u|b', group: 'seen', value: stampOf(5, 'b'), previous: null },
    ])
  })

  it('has nothing to do where the other brings nothing', () => {
    const own = copy([write(1, 5, 'a')], { a: 5 })
    expect(merged(own, own)).toEqual([])
    expect(merged(own, copy([], {}))).toEqual([])
  })

  it('J13: replaces what the other replaced knowingly, also where their clock was ten years behind', () => {
    expect(valuesOf(copy([write(1, 9000, 'a')], { a: 9000 }), copy([write(2, 5, 'b')], { a: 9000, b: 5 }))).toEqual([2])
  })

  it('J13: does not take again what we replaced', () => {
    expect(valuesOf(copy([write(2, 5, 'a')], { a: 5, b: 9000 }), copy([write(1, 9000, 'b')], { b: 9000 }))).toBeNull()
  })

  it('J14: keeps both where neither saw the other, and shows the later', () => {
    expect(valuesOf(copy([write(1, 5, 'a')], { a: 5 }), copy([write(2, 7, 'b')], { b: 7 }))).toEqual([2, 1])
    expect(valuesOf(copy([write(1, 5, 'a')], { a: 5 }), copy([write(2, 3, 'b')], { b: 3 }))).toEqual([1, 2])
  })

  it('J14: shows a value above its deletion elsewhere', () => {
    expect(valuesOf(copy([write(1, 5, 'a')], { a: 5, c: 1 }), copy([write(null, 7, 'b')], { b: 7, c: 1 }))).toEqual([
      1,
      null,
    ])
  })

  it('J16: has seen of each run the most that either has', () => {
    const seen = merged(copy([], { a: 5, b: 2 }), copy([], { a: 3, b: 4, c: 1 }))
    expect(seen.map(({ record, value }) => [record, value])).toEqual([
      ['u|b', stampOf(4, 'b')],
      ['u|c', stampOf(1, 'c')],
    ])
  })

  it('J17: leaves of what a dropped key sealed the stamp alone, ours and theirs', () => {
    expect(valuesOf(copy([write('dropped', 5, 'a')], { a: 5 }), copy([write('dropped', 7, 'b')], { b: 7 }))).toEqual([
      null,
      null,
    ])
    expect(valuesOf(copy([write('dropped', 5, 'a')], { a: 5 }), copy([write('new', 7, 'b')], { b: 7 }))).toEqual([
      'new',
      null,
    ])
  })
})
