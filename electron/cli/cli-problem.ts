/** Why a call did nothing, in both languages: the command line is used by clerks and by programs' authors. */
export interface CliProblem {
  readonly english: string
  readonly chinese: string
}

/** What goes to stderr. */
export function problemText({ english, chinese }: CliProblem): string {
  return `ogi: ${english}\n${chinese}\n`
}
