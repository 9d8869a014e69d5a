import { defineConfig } from '@playwright/test'
import { testSeed } from './build/test-seed.ts'

testSeed() // drawn once, for all workers

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/bundle-first.ts',
  // Packing reads NSIS and dpkg's ways: it needs Debian's packages.
  testIgnore: process.platform === 'win32' ? ['**/packaging.spec.ts'] : [],
  // A busy machine is no failure: what hangs is told all the same.
  timeout: 240_000,
  // A window on a busy machine of two cores takes longer than the five seconds that are usual.
  expect: { timeout: 15_000 },
  // One for each core of the smallest machine: a program and its Chromium mostly wait for each other.
  workers: 2,
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    // What a failed step leaves in test-results/: a picture, the page in words, and a trace of the steps with their lines.
    screenshot: 'only-on-failure',
    // Pictures and copies of the page at each step would make every test slower, failed or not.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: true },
  },
})
