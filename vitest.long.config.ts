import { defineConfig } from 'vitest/config';
import { common } from './vitest.config.js';

/** The tests that take longer than `npm test` may. */
export default defineConfig({
  test: { ...common, include: ['test/**/*.long.test.ts'], testTimeout: 600_000, passWithNoTests: true },
});
