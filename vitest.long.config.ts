import { defineConfig } from 'vitest/config'
import { testSeed } from './build/test-seed.ts'

/** `npm run test:long`: what takes minutes, and is run before a release: 1,000 histories, and every property with all of its random inputs. */
export default defineConfig({
  test: {
    env: { TZ: 'Asia/Shanghai', OGI_TEST_SEED: String(testSeed()), OGI_TEST_LONG: '1' },
    setupFiles: 'tests/fixtures/seeded.ts',
    include: ['tests/long/**/*.test.ts', 'tests/property/**/*.test.ts'],
    testTimeout: 3_600_000,
  },
})
