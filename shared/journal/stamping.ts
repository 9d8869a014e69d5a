import { formatHlc, type Hlc, isAdoptable, nextHlc, parseHlc } from '../record/hlc.ts'
import type { Standing } from '../record/writing.ts'
import type { Change } from './frame.ts'
import { isWrittenNow } from './vector.ts'

/**
 * The stamp of a frame at wall-clock time `now` (milliseconds): later than `clock`, the run's last one, and than `after`,
 * the `lastBeside` of its changes.
 */
export function stampFor(after: string | null, clock: Hlc | null, now: number, run: string): Hlc {
  return nextHlc(laterOf(clock, after), now, run)
}

/** Our clock after it has seen what a frame brought from elsewhere: it follows up to a day ahead, see `isAdoptable`. */
export function clockAfter(changes: readonly Change[], clock: Hlc, now: number): Hlc {
  let last = clock
  for (const { written, beside } of changes) {
    if (written) last = followed(last, written.stamp, now)
    for (const item of stampedOf(beside)) last = followed(last, item.stamp, now)
  }
  return last
}

/**
 * The latest stamp that stays beside what the changes write; null where there is none, as nearly always. Their frame is
 * stamped later, however far ahead that is, so that what was just typed is what is shown.
 */
export function lastBeside(changes: readonly Change[]): string | null {
  let last: string | null = null
  for (const change of changes) {
    if (change.beside === undefined || !isWrittenNow(change)) continue
    for (const { stamp } of stampedOf(change.beside)) if (last === null || stamp > last) last = stamp
  }
  return last
}

function followed(clock: Hlc, stamp: string, now: number): Hlc {
  const seen = parseHlc(stamp)
  return seen !== null && isAdoptable(seen, now) ? (laterOf(clock, stamp) ?? clock) : clock
}

function laterOf(clock: Hlc | null, stamp: string | null): Hlc | null {
  if (stamp === null || (clock !== null && formatHlc(clock) >= stamp)) return clock
  return parseHlc(stamp)
}

function stampedOf(beside: Change['beside'] = []): Standing[] {
  return beside.flatMap((item) => ('stamp' in item ? [item] : []))
}
