import { describe, expect, it } from 'vitest'
import { applyFrame } from '../../../../shared/journal/apply-frame.ts'
import type { Change, Frame } from '../../../../shared/journal/frame.ts'
import { justDone, undoChanges } from '../../../../shared/journal/undo.ts'
import { type Groups, standingIn } from '../../../../shared/record/groups.ts'
import { stampBefore } from '../../../../shared/record/hlc.ts'

const change = (group: string, value: Change['value'], previous: Change['value'] = null): Change => ({
  entity: 'report',
  record: 'u|2020|own',
  group,
  value,
  previous,
})

const frame = (seq: number, changes: Change[]): Frame => ({
  v: 1,
  seq,
  hlc: `000000000000${seq}-00ff-test`,
  device: 'test',
  action: 'type',
  author: '王芳',
  unit: 'u',
  year: 2020,
  changes,
})

const nothingErased = () => false

describe('J7: undoChanges()', () => {
  const first = frame(1, [change('cell:a', 1)])
  const second = frame(2, [change('cell:a', 2, 1), change('cell:b', 5)])
  const one = applyFrame(new Map<string, Groups>(), first)
  const two = applyFrame(one, second)

  it('restores what stood before', () => {
    expect(undoChanges(justDone(second, one), two, nothingErased)).toEqual({
      changes: [change('cell:a', 1, 2), change('cell:b', null, 5)],
      left: [],
    })
  })

  it('leaves a group that somebody has changed since, and says so', () => {
    const three = applyFrame(two, frame(3, [change('cell:b', 6, 5)]))
    expect(undoChanges(justDone(second, one), three, nothingErased)).toEqual({
      changes: [change('cell:a', 1, 2)],
      left: [change('cell:b', 5)],
    })
  })

  it('leaves a group that was changed to the very same value', () => {
    const three = applyFrame(two, frame(3, [change('cell:b', 5, 5)]))
    expect(undoChanges(justDone(second, one), three, nothingErased).left).toEqual([change('cell:b', 5)])
  })
})

describe('undoing a settlement', () => {
  const key = 'report u|2020|own'
  const there = (stamp: string) => ({ stamp, author: '李明', device: 'pc2' })
  const beside = [{ value: 2, ...there('0000000000001-00ff-there') }]
  const torn = applyFrame(new Map<string, Groups>(), frame(2, [{ ...change('cell:a', 1), beside }]))
  const settled = frame(3, [{ ...change('cell:a', 1, 1), beside: [] }])
  const one = applyFrame(torn, settled)
  const valuesOf = (rows: ReadonlyMap<string, Groups>) =>
    standingIn(rows.get(key)?.['cell:a']).map(({ value, stamp }) => [value, stamp])

  it('brings back all that it replaced, as new writes, the same one shown; doing it again settles it again', () => {
    const undone = frame(4, [...undoChanges(justDone(settled, torn), one, nothingErased).changes])
    const two = applyFrame(one, undone)
    expect(valuesOf(two)).toEqual([
      [1, undone.hlc],
      [2, stampBefore(undone.hlc, 1)],
    ])
    const again = frame(5, [...undoChanges(justDone(undone, one), two, nothingErased).changes])
    expect(valuesOf(applyFrame(two, again))).toEqual([[1, again.hlc]])
  })

  it('leaves a value that came beside since', () => {
    const late = { value: 7, ...there('0000000000009-00ff-there') }
    const { stamp, author, device } = one.get(key)?.['cell:a'] ?? late
    const merged = { ...change('cell:a', 1, 1), written: { stamp, author, device }, beside: [late] }
    const two = applyFrame(one, frame(4, [merged]))
    const undone = frame(5, [...undoChanges(justDone(settled, torn), two, nothingErased).changes])
    expect(
      valuesOf(applyFrame(two, undone))
        .map(([value]) => value)
        .sort(),
    ).toEqual([1, 2, 7])
  })

  it('a deletion that uncovered another value is taken back and done again', () => {
    const deleted = frame(3, [{ ...change('cell:a', null, 1), beside }])
    const two = applyFrame(torn, deleted)
    expect(valuesOf(two).map(([value]) => value)).toEqual([2, null])
    const undone = frame(4, [...undoChanges(justDone(deleted, torn), two, nothingErased).changes])
    const three = applyFrame(two, undone)
    expect(valuesOf(three).map(([value]) => value)).toEqual([1, 2])
    const again = frame(5, [...undoChanges(justDone(undone, two), three, nothingErased).changes])
    expect(valuesOf(applyFrame(three, again)).map(([value]) => value)).toEqual([2, null])
  })
})
