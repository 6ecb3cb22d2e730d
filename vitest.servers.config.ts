import { defineConfig } from 'vitest/config';
import base from './vitest.config.js';

/** What needs a database server and what `npx` downloads, and so is no part of `npm test`. */
export default defineConfig({
  test: {
    ...base.test,
    globalSetup: ['test/support/packed.ts', 'test/servers/postgres-setup.mjs'],
    include: ['test/servers/**/*.servers.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
