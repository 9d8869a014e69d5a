import { isAdoptable } from '../../record/hlc.ts'
import type { PackageSummary } from './package-summary.ts'

/**
 * Whether a file says that it was made more than a day from now, by this PC's clock: one of the two clocks is wrong.
 * What counts does not follow from it; a person hears of it where the file comes in.
 */
export function isAheadOfClock({ exported }: Pick<PackageSummary, 'exported'>, now: number): boolean {
  return !isAdoptable({ time: Date.parse(exported), counter: 0, run: '' }, now)
}

/** So many units with clocks that run ahead of ours in the same way: it is rather ours that is wrong. */
const MANY = 3

/** Whether files of so many units are ahead that this PC's own clock is in doubt. */
export function isOwnClockInDoubt(ahead: readonly { readonly unit: { readonly code: string } }[]): boolean {
  return new Set(ahead.map(({ unit }) => unit.code)).size >= MANY
}
