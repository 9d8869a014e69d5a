import { describe, expect, it } from 'vitest'
import { entryErasedEdits, personErasedEdits } from '../../../../../shared/actions/erase-changes.ts'
import { applyFrame } from '../../../../../shared/journal/apply-frame.ts'
import type { Change, Frame } from '../../../../../shared/journal/frame.ts'
import { isErased } from '../../../../../shared/model/entry/erased.ts'
import { arrange, type Groups, standingIn } from '../../../../../shared/record/groups.ts'

const id = { unit: 'u', register: 'requests', entry: 'e1' }
const write = (value: Change['value'], stamp: string) => ({ value, stamp, author: '', device: '' })

/** Erased by a PC whose clock is years behind: its stamps sort before all that it saw. */
function erasedBy(groups: Groups, changes: readonly Change[]): Groups {
  const hlc = '0000000000001-00ff-behind'
  const frame: Frame = {
    v: 1,
    seq: 1,
    hlc,
    device: '',
    action: 'erase',
    author: '',
    unit: 'u',
    year: 2026,
    changes: [...changes],
  }
  return applyFrame(new Map([['entry u|requests|e1', groups]]), frame).get('entry u|requests|e1') ?? {}
}

const before: Groups = {
  main: write({ title: '申请' }, '2'),
  dates: write(null, '3'),
  personal: arrange([write({ keyId: 'k1' }, '5'), write({ keyId: 'k2' }, '4')]),
}

describe('what an erasure covers', () => {
  it('is told by the stamps that it saw, and not by which is later', () => {
    const groups = erasedBy(before, entryErasedEdits(id, before, { day: '2026-11-23', number: null }))
    expect(isErased(groups, 'dates')).toBe(true)
    expect(isErased({ ...groups, dates: write('2026-01-05', '9') }, 'dates')).toBe(false)
  })

  it('leaves nothing beside: every value of the person is taken out', () => {
    const groups = erasedBy(before, personErasedEdits(id, before, '2026-11-23'))
    expect(standingIn(groups.personal).map(({ value }) => value)).toEqual([null])
    expect(groups.erased?.value).toEqual({ day: '2026-11-23', over: ['5', '4'] })
    expect(groups.main).toEqual(before.main)
  })
})
