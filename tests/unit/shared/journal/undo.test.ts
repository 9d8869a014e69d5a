import { describe, expect, it } from 'vitest'
import { applyFrame, recordKey } from '../../../../shared/journal/apply-frame.ts'
import type { Change, Frame } from '../../../../shared/journal/frame.ts'
import { justDone, undoChanges } from '../../../../shared/journal/undo.ts'
import type { Groups } from '../../../../shared/record/groups.ts'

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
  hlc: `000000000000${seq}-0000-test`,
  device: 'test',
  action: 'type',
  author: '王芳',
  unit: 'u',
  year: 2020,
  changes,
})

const key = recordKey({ entity: 'report', record: 'u|2020|own' })

describe('applyFrame()', () => {
  it('puts values, stamps and author into a new record', () => {
    const rows = applyFrame(new Map(), frame(1, [change('cell:a', 1), change('cell:b', null)]))
    expect(rows.get(key)).toEqual({
      'cell:a': { value: 1, stamp: '0000000000001-0000-test', author: '王芳' },
      'cell:b': { value: null, stamp: '0000000000001-0000-test', author: '王芳' },
    })
  })

  it('lets the later stamp win, in whatever order frames come', () => {
    const early = frame(1, [change('cell:a', 1), change('cell:b', 1)])
    const late = frame(2, [change('cell:a', 2)])
    const forward = applyFrame(applyFrame(new Map(), early), late)
    const backward = applyFrame(applyFrame(new Map(), late), early)
    expect(backward).toEqual(forward)
    expect(forward.get(key)?.['cell:a']?.value).toBe(2)
  })

  it('does no harm the second time and leaves its input alone', () => {
    const first = frame(1, [change('cell:a', 1)])
    const rows = applyFrame(new Map(), first)
    const before = structuredClone(rows)
    expect(applyFrame(rows, first)).toEqual(rows)
    applyFrame(rows, frame(2, [change('cell:a', 9)]))
    expect(rows).toEqual(before)
  })
})

const never = () => false

describe('undoChanges()', () => {
  const first = frame(1, [change('cell:a', 1)])
  const second = frame(2, [change('cell:a', 2, 1), change('cell:b', 5)])
  const one = applyFrame(new Map<string, Groups>(), first)
  const two = applyFrame(one, second)

  it('restores what stood before', () => {
    expect(undoChanges(justDone(second, one), two, never)).toEqual({
      changes: [change('cell:a', 1, 2), change('cell:b', null, 5)],
      left: [],
    })
  })

  it('leaves a group that somebody has changed since, and says so', () => {
    const three = applyFrame(two, frame(3, [change('cell:b', 6, 5)]))
    expect(undoChanges(justDone(second, one), three, never)).toEqual({
      changes: [change('cell:a', 1, 2)],
      left: [change('cell:b', 5)],
    })
  })

  it('leaves a group that was changed to the very same value', () => {
    const three = applyFrame(two, frame(3, [change('cell:b', 5, 5)]))
    expect(undoChanges(justDone(second, one), three, never).left).toEqual([change('cell:b', 5)])
  })
})
