import { describe, expect, it } from 'vitest'
import { endsAction, joinChains } from '../../../../shared/journal/chain.ts'
import type { Frame } from '../../../../shared/journal/frame.ts'

const frame = (seq: number, link?: [id: string, of: number, index: number]): Frame => ({
  v: 1,
  seq,
  hlc: `000000000000${seq}-00ff-run1`,
  device: 'pc1',
  action: 'merge',
  author: '王芳',
  unit: 'u',
  year: null,
  changes: [{ entity: 'report', record: 'u|2020|own', group: `cell:${seq}`, value: seq, previous: null }],
  ...(link === undefined ? {} : { chain: { id: link[0], of: link[1], index: link[2] } }),
})

const joined = (...frames: Frame[]) =>
  joinChains(frames).map(({ seq, changes }) => [seq, changes.map(({ value }) => value)])

describe('J1: joinChains()', () => {
  it('makes a whole chain one frame, with the number of its first', () => {
    expect(joined(frame(1), frame(2, ['a', 3, 0]), frame(3, ['a', 3, 1]), frame(4, ['a', 3, 2]), frame(5))).toEqual([
      [1, [1]],
      [2, [2, 3, 4]],
      [5, [5]],
    ])
  })

  it.each<[what: string, frames: Frame[]]>([
    ['its end', [frame(2, ['a', 3, 0]), frame(3, ['a', 3, 1])]],
    ['its end, another one begins', [frame(2, ['a', 2, 0]), frame(3, ['b', 2, 0]), frame(4, ['b', 2, 1])]],
    ['its beginning', [frame(2, ['a', 3, 1]), frame(3, ['a', 3, 2])]],
    ['its middle', [frame(2, ['a', 3, 0]), frame(3, ['a', 3, 2])]],
    ['an end, and another one its beginning', [frame(2, ['a', 2, 0]), frame(3, ['b', 2, 1])]],
  ])('leaves out a chain that lacks %s', (_what, frames) => {
    const kept = joined(frame(1), ...frames, frame(9))
    expect(kept.filter(([, values]) => JSON.stringify(values) !== '[3,4]')).toEqual([
      [1, [1]],
      [9, [9]],
    ])
  })

  it('says where an action ends', () => {
    expect([frame(1), frame(2, ['a', 2, 0]), frame(3, ['a', 2, 1])].map(endsAction)).toEqual([true, false, true])
  })
})
