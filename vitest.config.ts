import { defineConfig } from 'vitest/config'
import { testSeed } from './build/test-seed.ts'

/** Their tests put something else in the place of `electron`; that must not reach another file. */
const shell = 'tests/unit/electron/**/*.test.ts'

export default defineConfig({
  test: {
    env: { TZ: 'Asia/Shanghai', OGI_TEST_SEED: String(testSeed()) },
    setupFiles: 'tests/fixtures/seeded.ts',
    // Vitest would leave one core idle, which on two cores doubles the time.
    maxWorkers: '100%',
    // A busy machine is no failure: what hangs is told all the same.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['tests/unit/**/*.test.ts', 'tests/property/**/*.test.ts'],
          exclude: [shell],
          // Nothing under test keeps state between files; reading zod, Dexie and xlsx anew for each would take most of
          // the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'shell', include: [shell] } },
    ],
  },
})
