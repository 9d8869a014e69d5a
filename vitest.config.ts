import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/property/**/*.test.ts'],
    env: { TZ: 'Asia/Shanghai' },
    // Vitest would leave one core idle, which on two cores doubles the time.
    maxWorkers: '100%',
  },
})
