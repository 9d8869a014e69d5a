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
  // A window keeps two cores busy: two at a time took as long (7.9 s a test beside 7.1), and were slower each.
  workers: 1,
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    // What a test waits for and is not there ends it long before its own end.
    actionTimeout: 60_000,
    // What a failed step leaves in test-results/: a picture, the page in words, and a trace of the steps with their lines.
    screenshot: 'only-on-failure',
    // Pictures and copies of the page at each step would make every test slower, failed or not.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: true },
  },
})
