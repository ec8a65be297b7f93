import { it } from 'vitest';
import { faults, refuseRuns } from './refusals.js';

it.each(faults)(
  'a run says that it met %s, and leaves the old output (some of its calls)',
  async (...fault) => {
    await refuseRuns(...fault, 12);
  },
);
