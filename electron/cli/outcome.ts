/** What a command did: its lines for stdout, notes for stderr, and the exit code. */
export interface Outcome {
  readonly lines: readonly string[]
  readonly notes?: readonly string[]
  readonly exit: 0 | 1 | 2
}
