/**
 * Hybrid logical clock: `<milliseconds, 13 digits>-<counter, 4 hex digits>-<device>`. Unique, sorts as text, never
 * goes back even where the PC's clock does.
 */
export interface Hlc {
  readonly time: number
  readonly counter: number
  readonly device: string
}

const MAX_COUNTER = 0xffff

export function formatHlc({ time, counter, device }: Hlc): string {
  return `${String(time).padStart(13, '0')}-${counter.toString(16).padStart(4, '0')}-${device}`
}

/** Null where the text is not a stamp. */
export function parseHlc(text: string): Hlc | null {
  const match = /^(\d{13})-([0-9a-f]{4})-([\w.]+)$/.exec(text)
  if (match === null) return null
  const [, time = '', counter = '', device = ''] = match
  return { time: Number(time), counter: Number.parseInt(counter, 16), device }
}

/** The next stamp after `last` at wall-clock time `now` (milliseconds): later than both. */
export function nextHlc(last: Hlc | null, now: number, device: string): Hlc {
  if (last === null || now > last.time) return { time: now, counter: 0, device }
  if (last.counter < MAX_COUNTER) return { time: last.time, counter: last.counter + 1, device }
  return { time: last.time + 1, counter: 0, device }
}
