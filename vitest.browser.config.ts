import { defineConfig } from 'vitest/config';
import base from './vitest.config.js';

/** What needs Chromium, and so is no part of `npm test`. */
export default defineConfig({
  test: { ...base.test, include: ['test/browser/**/*.browser.ts'], testTimeout: 120_000 },
});
