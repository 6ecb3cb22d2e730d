import { defineConfig } from 'vitest/config';
import base from './vitest.config.js';

/** What needs programs that npm does not install, such as PostgreSQL and pre-commit, and so is no part of `npm test`. */
export default defineConfig({
  test: {
    ...base.test,
    globalSetup: ['test/support/packed.ts', 'test/external/postgres-setup.mjs'],
    include: ['test/external/**/*.external.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
