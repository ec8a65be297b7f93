import { compareGenerators } from '../compare-generators.js';
import { lambdaPages } from '../pages.js';

/** One service of 60 operations: from its pages to a whole package, beside generators that are given a specification. */
export async function run() {
  const { versions, over, table, notes } = await compareGenerators({ lambda: lambdaPages() }, 5);
  return {
    versions,
    ratios: {
      cold_over_heyapi: over('ms', 'docwright', '@hey-api/openapi-ts'),
      cold_over_heyapi_reference: over('ms', 'docwright, reference engines', '@hey-api/openapi-ts'),
      cold_over_openapi_typescript: over('ms', 'docwright', 'openapi-typescript'),
      cold_over_openapi_typescript_reference: over(
        'ms',
        'docwright, reference engines',
        'openapi-typescript',
      ),
      cold_over_orval: over('ms', 'docwright', 'orval'),
    },
    table,
    notes,
  };
}
