import { expect, it } from 'vitest';
import { killRuns } from './kills.js';

it('a run that is killed breaks nothing, and the next one completes it (2 kills; 50 in the long tests)', async () => {
  expect(await killRuns(2, 1)).toBeGreaterThan(0);
});
