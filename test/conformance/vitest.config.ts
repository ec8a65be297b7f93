import { defineConfig } from 'vitest/config';
import { common } from '../../vitest.config.js';

/** `npm run conformance`: everything that is generated from pages, next to the official clients. */
export default defineConfig({
  test: { ...common, root: '.', include: ['test/conformance/*.check.ts'], testTimeout: 120_000 },
});
