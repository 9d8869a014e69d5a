import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/bundle-first.ts',
  // Packing reads NSIS and dpkg's ways: it needs Debian's packages.
  testIgnore: process.platform === 'win32' ? ['**/packaging.spec.ts'] : [],
  timeout: 90_000,
  // A window on a busy machine of two cores takes longer than the five seconds that are usual.
  expect: { timeout: 15_000 },
  workers: 1,
  // On a busy shared machine a window may come late once; what passes only then is named as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  outputDir: 'test-results',
})
