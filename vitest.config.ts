import { defineConfig } from 'vitest/config'

/** The tests of everything but the page build, which has a configuration of its own. */
export default defineConfig({
  test: { include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], testTimeout: 30_000 },
})
