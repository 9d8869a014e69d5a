import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest } from '../../../build/test-counts.ts'

describe('countVitest()', () => {
  const report = { numPassedTests: 700, numFailedTests: 0, numPendingTests: 0, numFailedTestSuites: 0, success: true }

  it('takes the counts as they stand', () => {
    expect(countVitest({ ...report, numFailedTests: 2, numFailedTestSuites: 3, numPendingTests: 1 })).toEqual({
      passed: 700,
      failed: 2,
      skipped: 1,
      flaky: 0,
    })
  })

  it('counts a file that could not be run as a failure', () => {
    expect(countVitest({ ...report, numFailedTestSuites: 1 })).toEqual({ passed: 700, failed: 1, skipped: 0, flaky: 0 })
  })

  it('refuses what is no report', () => {
    expect(() => countVitest({})).toThrow()
    expect(() => countVitest({ ...report, numPassedTests: '700' })).toThrow()
  })
})

describe('countPlaywright()', () => {
  it('counts a test that passed when tried again as passed, and tells it apart', () => {
    const stats = { expected: 40, unexpected: 1, flaky: 2, skipped: 3, duration: 1 }
    expect(countPlaywright({ stats })).toEqual({ passed: 42, failed: 1, skipped: 3, flaky: 2 })
  })

  it('refuses what is no report', () => {
    expect(() => countPlaywright({ stats: { expected: 40 } })).toThrow()
  })
})
