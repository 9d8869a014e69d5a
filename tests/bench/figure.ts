/** One line of `npm run bench`; the names and what they mean are fixed. */
export interface Figure {
  readonly name: string
  readonly value: number
  /** The same done the plainest way in the same run; null where the value stands by itself. */
  readonly floor: number | null
  readonly ratio: number | null
  /** Bounds `ratio` from above, or `value` where there is no floor; null: only told. */
  readonly goal: number | null
  readonly unit: string
}

const round = (value: number): number => Number(value.toPrecision(4))

/** A figure that stands by itself. */
export function plain(name: string, value: number, unit: string, goal: number | null = null): Figure {
  return { name, value: round(value), floor: null, ratio: null, goal, unit }
}

/** A value and its floor, measured one right after the other. */
export interface Pair {
  readonly value: number
  readonly floor: number
}

/** A figure beside its floor, medians: the ratio too is that of each pair, since what else a machine does falls on both. */
export function against(name: string, pairs: readonly Pair[], unit: string, goal: number | null): Figure {
  const of = (pick: (pair: Pair) => number): number => round(median(pairs.map(pick)))
  return {
    name,
    value: of(({ value }) => value),
    floor: of(({ floor }) => floor),
    ratio: of(({ value, floor }) => value / floor),
    goal,
    unit,
  }
}

/** A figure beside a floor of the same kind, each taken over many. */
export function overFloor(name: string, value: number, floor: number, unit: string, goal: number | null): Figure {
  return { name, value: round(value), floor: round(floor), ratio: round(value / floor), goal, unit }
}

/** Null where nothing is asked. */
export function isMet({ value, ratio, goal }: Figure): boolean | null {
  return goal === null ? null : (ratio ?? value) <= goal
}

export function toText(figure: Figure): string {
  const { name, value, floor, ratio, goal, unit } = figure
  const met = isMet(figure)
  return [
    name.padEnd(26),
    `${value} ${unit}`.padStart(14),
    (floor === null ? '' : `floor ${floor}`).padStart(16),
    (ratio === null ? '' : `ratio ${ratio}`).padStart(14),
    (goal === null ? '' : `goal ${goal}`).padStart(10),
    met === null ? '' : met ? '  met' : '  MISSED',
  ].join(' ')
}

/** The value below which `share` of the sorted values lie: the nearest one that was measured. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)
export const p95 = (values: readonly number[]): number => percentile(values, 0.95)
