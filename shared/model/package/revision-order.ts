/** What orders two submissions of one unit, year and layer: the clock of the export, then the file itself. */
export interface Revision {
  /** Hybrid logical clock; sorts as text. */
  readonly exported: string
  readonly sha256: string
}

/** Negative where `a` is the older. Total: only the same file is equal to itself. */
export function compareRevisions(a: Revision, b: Revision): number {
  return compareText(a.exported, b.exported) || compareText(a.sha256, b.sha256)
}

/** The newest, in whatever order they came; null for none. */
export function currentRevision<R extends Revision>(revisions: readonly R[]): R | null {
  return revisions.reduce<R | null>(
    (newest, revision) => (newest === null || compareRevisions(revision, newest) > 0 ? revision : newest),
    null,
  )
}

// By code unit, as the stamps are made; never by locale.
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
