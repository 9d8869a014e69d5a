import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatHlc,
  type Hlc,
  isAdoptable,
  nextHlc,
  parseHlc,
  runOf,
  stampBefore,
} from '../../../../shared/record/hlc.ts'

const DAY = 24 * 3_600_000
const now = Date.UTC(2026, 10, 23)

describe('stamps', () => {
  it('J5: grow within a run, whatever the clock does, and sort as text', () => {
    const clocks = fc.array(fc.integer({ min: 0, max: 4_102_444_800_000 }), { minLength: 1, maxLength: 400 })
    fc.assert(
      fc.property(clocks, (times) => {
        let last: Hlc | null = null
        for (const time of times) {
          const next = nextHlc(last, time, 'run1')
          if (last !== null) expect(formatHlc(next) > formatHlc(last)).toBe(true)
          expect(parseHlc(formatHlc(next))).toEqual(next)
          last = next
        }
      }),
    )
  })

  it('go on where the counter is used up', () => {
    let last = nextHlc(null, now, 'run1')
    for (let i = 0; i < 600; i++) {
      const next = nextHlc(last, now, 'run1')
      expect(formatHlc(next) > formatHlc(last)).toBe(true)
      last = next
    }
    expect(last.time).toBe(now + 2)
  })

  it('have room before each for what is written beside a value, later than the stamp before', () => {
    const first = nextHlc(null, now, 'run1')
    const second = formatHlc(nextHlc(first, now, 'run1'))
    const before = [1, 2, 255].map((place) => stampBefore(second, place))
    expect(before).toEqual([...before].sort().reverse())
    for (const stamp of before) expect(stamp > formatHlc(first) && stamp < second && runOf(stamp) === 'run1').toBe(true)
    expect(() => stampBefore(second, 256)).toThrow()
    expect(() => stampBefore('not a stamp', 1)).toThrow()
  })

  it('J6: are followed up to a day ahead', () => {
    const at = (time: number): Hlc => ({ time, counter: 255, run: 'there' })
    expect(isAdoptable(at(now - 10 * 365 * DAY), now)).toBe(true)
    expect(isAdoptable(at(now + DAY), now)).toBe(true)
    expect(isAdoptable(at(now + DAY + 1), now)).toBe(false)
  })
})
