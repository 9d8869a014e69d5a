import { describe, expect, it } from 'vitest'
import { applyFrame, recordKey } from '../../../../shared/journal/apply-frame.ts'
import type { Change, Frame } from '../../../../shared/journal/frame.ts'
import type { Groups } from '../../../../shared/record/groups.ts'
import { formatHlc, stampBefore } from '../../../../shared/record/hlc.ts'

const stampOf = (time: number, run = 'here'): string => formatHlc({ time, counter: 255, run })

const set = (group: string, value: Change['value'], more: Partial<Change> = {}): Change => ({
  entity: 'report',
  record: 'u|2020|own',
  group,
  value,
  previous: null,
  ...more,
})

const frame = (seq: number, time: number, changes: Change[]): Frame => ({
  v: 1,
  seq,
  hlc: stampOf(time),
  device: 'pc1',
  action: 'type',
  author: '王芳',
  unit: 'u',
  year: 2020,
  changes,
})

const key = recordKey({ entity: 'report', record: 'u|2020|own' })
const here = (time: number) => ({ stamp: stampOf(time), author: '王芳', device: 'pc1' })
const there = (time: number) => ({ stamp: stampOf(time, 'there'), author: '李明', device: 'pc2' })

const groupsAfter = (...frames: Frame[]): Groups => {
  let rows = new Map<string, Groups>()
  for (const one of frames) rows = applyFrame(rows, one)
  return rows.get(key) ?? {}
}

describe('applyFrame()', () => {
  it('puts values, stamps, author and device into a new record', () => {
    expect(groupsAfter(frame(1, 1, [set('cell:a', 1), set('cell:b', null)]))).toEqual({
      'cell:a': { value: 1, ...here(1) },
      'cell:b': { value: null, ...here(1) },
    })
  })

  it('J2: assigns in the order of the frames, also where a later frame bears an earlier stamp', () => {
    const groups = groupsAfter(frame(1, 9, [set('cell:a', 1)]), frame(2, 2, [set('cell:a', 2)]))
    expect(groups['cell:a']).toEqual({ value: 2, ...here(2), began: here(9) })
  })

  it('leaves its input alone', () => {
    const rows = applyFrame(new Map(), frame(1, 1, [set('cell:a', 1)]))
    const before = structuredClone(rows)
    applyFrame(rows, frame(2, 2, [set('cell:a', 9)]))
    expect(rows).toEqual(before)
  })

  it('J4: keeps a value that was written elsewhere under its own stamp, author and device', () => {
    const written = { ...there(5), began: there(3) }
    expect(groupsAfter(frame(1, 9, [set('cell:a', 1, { written })]))).toEqual({ 'cell:a': { value: 1, ...written } })
  })

  it('J3: shows the latest of the values that stand, and the others beside it, the latest first', () => {
    const beside = [
      { value: 2, ...there(3) },
      { value: 3, ...there(5) },
    ]
    const groups = groupsAfter(frame(1, 9, [set('cell:a', 1, { written: there(4), beside })]))
    expect(groups['cell:a']).toEqual({ ...beside[1], beside: [{ value: 1, ...there(4) }, beside[0]] })
  })

  it('J3: shows a value above its deletion, however late that was', () => {
    const groups = groupsAfter(frame(1, 9, [set('cell:a', null, { beside: [{ value: 2, ...there(3) }] })]))
    expect(groups['cell:a']).toEqual({ value: 2, ...there(3), beside: [{ value: null, ...here(9) }] })
  })

  it('J2: an assignment without values beside it replaces them all', () => {
    const torn = frame(1, 9, [set('cell:a', 1, { beside: [{ value: 2, ...there(3) }] })])
    expect(groupsAfter(torn, frame(2, 10, [set('cell:a', 2)]))['cell:a']).toEqual({
      value: 2,
      ...here(10),
      began: here(9),
    })
  })

  it('stamps what it writes anew beside a value just before that, in their order', () => {
    const again = [{ value: 2 }, { value: 3, began: there(1) }]
    const groups = groupsAfter(frame(1, 9, [set('cell:a', 1, { beside: again })]))
    expect(groups['cell:a']).toEqual({
      value: 1,
      ...here(9),
      beside: [
        { value: 2, ...here(9), stamp: stampBefore(stampOf(9), 1) },
        { value: 3, ...here(9), began: there(1), stamp: stampBefore(stampOf(9), 2) },
      ],
    })
  })

  it('takes a group out where nothing was ever written, and leaves an empty record', () => {
    expect(groupsAfter(frame(1, 1, [set('cell:a', 1)]), frame(2, 2, [set('cell:a', null, { written: null })]))).toEqual(
      {},
    )
  })
})
