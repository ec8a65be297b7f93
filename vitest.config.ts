import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** Where counts of tests go for `.ci/run`, one file for each run of vitest. */
const results = process.env['TEST_RESULTS'];

/** What every suite shares: bundle/ is built first, as some tests run the command line; both of two cores work. */
export const common: NonNullable<ViteUserConfig['test']> = {
  globalSetup: ['test/build.ts'],
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testTimeout: 60_000,
  hookTimeout: 60_000,
  reporters: results
    ? ['default', ['json', { outputFile: join(results, `${process.pid}.json`) }]]
    : ['default'],
};

/** The tests of `npm test`; those that take longer end in `.long.test.ts` and have scripts of their own. */
export default defineConfig({
  test: {
    ...common,
    // What a worker has loaded it keeps: half the time goes into imports otherwise. A test that replaces modules loads
    // them anew.
    isolate: false,
    include: ['test/**/*.test.ts'],
    exclude: ['test/fixtures/**', 'test/**/*.long.test.ts'],
  },
});
