import { define } from './define.js';

/** What can be wrong with an override of the configuration. */
export const overrides = {
  'override-target-missing': define<{ id: string; similar: readonly string[] }>({
    severity: 'warning',
    title: 'Override without a target',
    message: ({ id, similar }) =>
      `The override of "${id}" has no effect: the model has nothing of this id${similar.length > 0 ? ` (similar: ${similar.join(', ')})` : ''}.`,
    cause: 'The pages no longer describe it, it was renamed, or the id is misspelled.',
    fix: 'Remove the override, or correct its id; `inspect --operation NAME` lists the ids of an operation.',
  }),
  'override-unneeded': define<{ id: string; reason: string }>({
    severity: 'note',
    title: 'Override no longer needed',
    message: ({ id, reason }) =>
      `The override of "${id}" changes nothing any more; its reason was: ${reason}.`,
    cause: 'The pages now say what the override says.',
    fix: 'Remove the override.',
  }),
  'override-invalid': define<{ id: string; expected: string }>({
    severity: 'error',
    title: 'Override that cannot be applied',
    message: ({ id, expected }) => `The override of "${id}" cannot be applied: expected ${expected}.`,
    cause: 'The value or the action does not fit the fact that the id names.',
    fix: 'Correct the override; the documentation of the configuration lists what each kind of fact takes.',
  }),
} as const;
