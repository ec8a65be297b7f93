import { compareGenerators } from '../compare-generators.js';
import { scalePages } from '../pages.js';

/** Two services of 782 operations in one run: operations a second, and the memory that it takes. */
export async function run() {
  const { versions, over, table, notes } = await compareGenerators(scalePages(), 3);
  const peer = '@hey-api/openapi-ts';
  return {
    versions,
    ratios: {
      ops_per_second_over_heyapi: 1 / over('ms', 'docwright', peer),
      ops_per_second_over_heyapi_reference: 1 / over('ms', 'docwright, reference engines', peer),
      peak_memory_over_heyapi: over('peakMb', 'docwright', peer),
      peak_memory_over_heyapi_reference: over('peakMb', 'docwright, reference engines', peer),
    },
    table,
    notes,
  };
}
