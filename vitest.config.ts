import { defineConfig } from 'vitest/config';

/** The tests of `npm test`; suites that take longer have scripts of their own and end in `.long.test.ts`. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/fixtures/**', ...(process.env['LONG'] === '1' ? [] : ['test/**/*.long.test.ts'])],
    globalSetup: ['test/build.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
