import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/bundle-first.ts',
  timeout: 90_000,
  workers: 1,
  reporter: 'list',
  outputDir: 'test-results',
})
