import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/quick-start.ts', 'test/support/packed.ts'],
    reporters: ['default', './test/support/summary-reporter.ts'],
    // Most tests wait for processes; the default leaves one core to nobody.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
