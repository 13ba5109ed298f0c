import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Left to itself vitest keeps one core free, which on a machine with two doubles the time. */
const maxWorkers = availableParallelism()

export default defineConfig({
  test: {
    maxWorkers,
    globalSetup: ['test/support/test-run.mjs'],
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    slowTestThreshold: 5000,
  },
})
