import { describe, expect, it } from 'vitest'
import { applyFrame } from '../../../../shared/journal/apply-frame.ts'
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
