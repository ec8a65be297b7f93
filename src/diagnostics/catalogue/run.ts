import { define } from './define.js';

/** What concerns the run as a whole. */
export const run = {
  'coverage-low': define<{ reached: string; least: string }>({
    severity: 'error',
    title: 'Too little of the pages understood',
    message: ({ reached, least }) =>
      `${reached} of the lines that can state facts were understood; expected at least ${least}.`,
    cause: 'The pages have changed their form, or were saved incompletely.',
    fix: 'Look at the pages that `inspect` lists under Coverage, and at the findings about them.',
  }),
  'internal-error': define<{ problem: string }>({
    severity: 'error',
    title: 'Fault in docwright',
    message: ({ problem }) => `docwright failed: ${problem}.`,
    cause: 'A fault in docwright itself; no page should be able to cause it.',
    fix: 'Please report it with the page and the version; --verbose shows where it happened.',
  }),
  'services-mixed': define<{ taken: string; left: readonly string[] }>({
    severity: 'warning',
    title: 'Pages of another service',
    message: ({ taken, left }) =>
      `The pages describe ${left.join(' and ')} as well as ${taken}; only ${taken} is taken.`,
    cause: 'The folder or pattern of one configured service takes in pages of another.',
    fix: 'Give each service an entry of its own in `services`, with its own pages.',
  }),
  'service-skipped': define<{ service: string }>({
    severity: 'error',
    title: 'Service left out',
    message: ({ service }) => `Nothing was generated for "${service}"; its output folder is unchanged.`,
    cause:
      'An error above keeps the service from being described: no page could be read or no protocol fits.',
    fix: 'Mend the errors above.',
  }),
} as const;
