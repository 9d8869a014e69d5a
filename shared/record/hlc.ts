/**
 * Hybrid logical clock: `<milliseconds, 13 digits>-<counter, 4 hex digits>-<run>`. The run is drawn at each start that
 * writes, so that a restored, copied or handed-over profile never gives a stamp twice. Unique; sorts as text. Within a run
 * stamps only grow, even where the PC's clock goes back; between runs they decide nothing alone.
 */
export interface Hlc {
  readonly time: number
  readonly counter: number
  readonly run: string
}

const MAX_COUNTER = 0xffff
/** Counters from one stamp to the next; those between belong to the later one: see `stampBefore`. */
const STEP = 0x100
/** Milliseconds that a stamp may lie ahead of our clock and still move it: a day, for clocks set by hand. */
const MAX_AHEAD = 24 * 3_600_000

export function formatHlc({ time, counter, run }: Hlc): string {
  return `${String(time).padStart(13, '0')}-${counter.toString(16).padStart(4, '0')}-${run}`
}

/** Null where the text is not a stamp. */
export function parseHlc(text: string): Hlc | null {
  const match = /^(\d{13})-([0-9a-f]{4})-([\w.]+)$/.exec(text)
  if (match === null) return null
  const [, time = '', counter = '', run = ''] = match
  return { time: Number(time), counter: Number.parseInt(counter, 16), run }
}

/** The run that gave a stamp; `''` where the text is none. */
export function runOf(stamp: string): string {
  return parseHlc(stamp)?.run ?? ''
}

/** The next stamp after `last` at wall-clock time `now` (milliseconds): later than both. */
export function nextHlc(last: Hlc | null, now: number, run: string): Hlc {
  if (last === null || now > last.time) return { time: now, counter: STEP - 1, run }
  const counter = last.counter - (last.counter % STEP) + 2 * STEP - 1
  if (counter <= MAX_COUNTER) return { time: last.time, counter, run }
  return { time: last.time + 1, counter: STEP - 1, run }
}

/** Writes beside the shown one that one frame can stamp in a group. */
export const MAX_BEFORE = STEP - 1

/**
 * The `place`th stamp (1 … `MAX_BEFORE`) before one that `nextHlc` gave: later than every other stamp before it. For what a frame
 * writes anew beside a value. Throws outside of that.
 */
export function stampBefore(stamp: string, place: number): string {
  const hlc = parseHlc(stamp)
  if (hlc === null || place < 1 || place > MAX_BEFORE || place > hlc.counter)
    throw new Error(`no stamp ${place} before ${stamp}`)
  return formatHlc({ ...hlc, counter: hlc.counter - place })
}

/**
 * Whether our clock follows a stamp that it sees. One further ahead than a day waits for a person: followed, it would
 * date everything that is written from then on.
 */
export function isAdoptable({ time }: Hlc, now: number): boolean {
  return time <= now + MAX_AHEAD
}
