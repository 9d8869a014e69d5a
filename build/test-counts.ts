import { z } from '../shared/values/parse.ts'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Of the passed ones, those that failed at first. */
  readonly flaky: number
}

export const noTests: Counts = { passed: 0, failed: 0, skipped: 0, flaky: 0 }

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numFailedTestSuites: z.int(),
})

/** Counts in vitest's JSON report. A file that could not be run at all counts as a failure. */
export function countVitest(report: unknown): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = vitestReport.parse(report)
  return {
    passed: numPassedTests,
    failed: numFailedTests === 0 ? numFailedTestSuites : numFailedTests,
    skipped: numPendingTests,
    flaky: 0,
  }
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
})

/** Counts in Playwright's JSON report. A test that passed when tried again passed; Playwright's own list names it flaky. */
export function countPlaywright(report: unknown): Counts {
  const { expected, unexpected, flaky, skipped } = playwrightReport.parse(report).stats
  return { passed: expected + flaky, failed: unexpected, skipped, flaky }
}
