import { define } from './define.js';

/** What a comparison of two models finds, and what can be wrong with it. */
export const changes = {
  'change-major': define<{ message: string; effects: string }>({
    severity: 'warning',
    title: 'Breaking change',
    message: ({ message, effects }) => `${message}: ${effects}.`,
    cause:
      'The new pages say otherwise than the old ones, and somebody who relied on them has to change something.',
    fix: 'Release a major version, or accept the change in the configuration (`acceptedChanges`) with a reason.',
  }),
  'change-minor': define<{ message: string; effects: string }>({
    severity: 'note',
    title: 'Compatible change',
    message: ({ message, effects }) => `${message}: ${effects}.`,
    cause: 'The new pages say more than the old ones.',
    fix: 'Release a minor version.',
  }),
  'change-patch': define<{ message: string; effects: string }>({
    severity: 'note',
    title: 'Change without effect on code',
    message: ({ message, effects }) => `${message}: ${effects}.`,
    cause: 'The new pages say it otherwise, and nothing that people wrote depends on it.',
    fix: 'Release a patch version.',
  }),
  'docs-corrected': define<{ kind: 'mended' | 'introduced'; message: string }>({
    severity: 'note',
    title: 'Pages corrected',
    message: ({ kind, message }) => `Contradiction ${kind}: ${message}`,
    cause: 'Only one of the two versions of the pages contradicts itself here.',
    fix: 'Nothing has to be done: it is no change of the API and is not counted.',
  }),
  'verdict-reached': define<{ verdict: string; limit: string; count: number }>({
    severity: 'error',
    title: 'Changes beyond what --fail-on lets pass',
    message: ({ verdict, limit, count }) =>
      `The verdict is ${verdict} (${count === 1 ? '1 change is' : `${count} changes are`} ${limit} or more); expected less than ${limit}.`,
    cause: 'The new pages change the API further than the run allows.',
    fix: 'Release the version that the verdict asks for, or accept single changes in the configuration.',
  }),
  'suppression-expired': define<{ fact: string; rule: string; expires: string }>({
    severity: 'warning',
    title: 'Accepted change has expired',
    message: ({ fact, rule, expires }) =>
      `${rule} of ${fact} was accepted until ${expires}; it counts again.`,
    cause: 'The day in `acceptedChanges` is over.',
    fix: 'Release the change, or accept it anew with another day.',
  }),
  'suppression-unused': define<{ fact: string; rule: string }>({
    severity: 'note',
    title: 'Accepted change does not occur',
    message: ({ fact, rule }) => `There is no change "${rule}" of ${fact}.`,
    cause: 'The change was released meanwhile, or the id of the fact or the rule is misspelled.',
    fix: 'Remove it from `acceptedChanges`, or correct it; `docwright diff --format json` shows ids and rules.',
  }),
  'suppression-unknown-rule': define<{ rule: string }>({
    severity: 'warning',
    title: 'Unknown rule of changes',
    message: ({ rule }) => `No rule of changes is called "${rule}".`,
    cause: 'The rule in `acceptedChanges` is misspelled, or belongs to another version of docwright.',
    fix: 'Use the `rule` that `docwright diff --format json` shows.',
  }),
  'compared-in-part': define<{ problem: string }>({
    severity: 'warning',
    title: 'Comparison may lack something',
    message: ({ problem }) => problem,
    cause: 'Something on one side was not understood, so that a change of it cannot be seen.',
    fix: 'Look at the line; `docwright inspect` on this side tells more.',
  }),
} as const;
