import { expect, it } from 'vitest';
import { killRuns } from './kills.js';

it('a run that is killed at any of 50 moments breaks nothing, and the next one completes it', async () => {
  expect(await killRuns(50, 4711)).toBeGreaterThan(25);
});
