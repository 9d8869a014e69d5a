import { describe, expect, it } from 'vitest'
import type { Change } from '../../../../shared/journal/frame.ts'
import { choose, settleChange } from '../../../../shared/journal/settle-change.ts'
import { lastBeside, stampFor } from '../../../../shared/journal/stamping.ts'
import { arrange } from '../../../../shared/record/groups.ts'
import { formatHlc } from '../../../../shared/record/hlc.ts'

const place = { entity: 'report', record: 'u|2020|own', group: 'cell:a' } as const
const write = (value: Change['value'], time: number) => ({
  value,
  stamp: formatHlc({ time, counter: 255, run: `run${time}` }),
  author: '',
  device: '',
})
const asked = (value: Change['value']): Change => ({ ...place, value, previous: null })

describe('J18: settleChange()', () => {
  const torn = { 'cell:a': arrange([write(1, 5), write(1, 3), write(2, 4)]) }

  it('replaces what is shown, wherever that was written, and leaves the other values beside', () => {
    expect(settleChange(asked(7), torn)).toEqual([{ ...asked(7), previous: 1, beside: [write(2, 4)] }])
    expect(settleChange(asked(7), { 'cell:a': write(1, 5) })).toEqual([{ ...asked(7), previous: 1 }])
    expect(settleChange(asked(1), torn)).toEqual([])
  })

  it('lets a choice replace all of them, also with what is shown already', () => {
    expect(settleChange(choose(place, torn, 1), torn)).toEqual([{ ...asked(1), previous: 1, beside: [] }])
  })

  it('is stamped later than what stays beside, however far ahead that is', () => {
    const far = { 'cell:a': arrange([write(1, 9_000_000_000_000), write(2, 8_000_000_000_000)]) }
    const [change] = settleChange(asked(7), far)
    const after = lastBeside(change === undefined ? [] : [change])
    expect(after).toBe(write(2, 8_000_000_000_000).stamp)
    expect(formatHlc(stampFor(after, null, 1000, 'here')) > (after ?? '')).toBe(true)
  })
})
