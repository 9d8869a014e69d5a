import { defineConfig } from 'vitest/config'

/** `npm run test:long`: what takes minutes, and is run before a release. Each prints the seed of its run. */
export default defineConfig({
  test: {
    env: { TZ: 'Asia/Shanghai' },
    include: ['tests/long/**/*.test.ts'],
    testTimeout: 3_600_000,
  },
})
