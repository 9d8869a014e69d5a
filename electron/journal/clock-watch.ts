import { beijingMinute } from '../../shared/calendar/chinese-date.ts'
import type { Notices } from '../disk/notices.ts'

export interface ClockWatchTools {
  /** The PC's clock, milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds that only grow, whatever that clock is set to. */
  readonly elapsed: () => number
  readonly notices: Pick<Notices, 'put'>
  /** Told once a notice is there. */
  readonly whenSaid: () => void
}

/** How far a clock may be set back before a person hears of it. Milliseconds. */
const BACK = 60_000
/** And forwards: a PC that slept comes forwards too, where nothing else counts its sleep. */
const FORWARDS = 24 * 3_600_000

/** Says at once that the PC's clock was set to another time while the program runs: a year typed wrong dates all that follows. */
export class ClockWatch {
  readonly #tools: ClockWatchTools
  #now: number
  #elapsed: number

  constructor(tools: ClockWatchTools) {
    this.#tools = tools
    this.#now = tools.now()
    this.#elapsed = tools.elapsed()
  }

  /** Compares the clock with what has passed since it was last looked at. What the disk refuses is said at the next start. */
  async look(): Promise<void> {
    const { now, elapsed, notices, whenSaid } = this.#tools
    const expected = this.#now + elapsed() - this.#elapsed
    this.#now = now()
    this.#elapsed = elapsed()
    const ahead = this.#now - expected
    if (ahead >= -BACK && ahead <= FORWARDS) return
    const notice = {
      code: 'clock-changed',
      expected: beijingMinute(expected),
      shown: beijingMinute(this.#now),
    } as const
    await notices.put(notice.code, notice).then(whenSaid, () => {})
  }
}
