import { it } from 'vitest';
import { faults, refuseRuns } from './refusals.js';

it.each(faults)('a run says that it met %s at any call, and leaves the old output', async (...fault) => {
  await refuseRuns(...fault, 1);
});
