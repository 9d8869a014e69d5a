/** By what lists of submissions are sorted. It decides nothing: clocks go wrong. */
export interface Made {
  readonly id: string
  /** When, by its maker's clock: sorts as text. */
  readonly exported: string
}

/** Negative where `a` is the older. Total: only the same submission is equal to itself. */
export function compareMade(a: Made, b: Made): number {
  return compareText(a.exported, b.exported) || compareText(a.id, b.id)
}

// By code unit; never by locale.
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
