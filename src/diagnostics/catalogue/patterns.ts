import { define } from './define.js';

/** What can be wrong with a documented pattern. */
export const patterns = {
  'pattern-untranslatable': define<{ pattern: string; problem: string }>({
    severity: 'warning',
    title: 'Pattern without an equal in JavaScript',
    message: ({ pattern, problem }) => `The pattern ${pattern} cannot be tested in JavaScript: ${problem}.`,
    cause:
      'The pattern uses what only another dialect of regular expressions has, it is broken, as pages lose characters, or it is too large to tell how long it can take.',
    fix: 'Correct the pattern with an override. Until then generated validators do not test it.',
  }),
  'pattern-backtracking': define<{ pattern: string; part: string }>({
    severity: 'warning',
    title: 'Pattern open to catastrophic backtracking',
    message: ({ pattern, part }) =>
      `The time to reject a text by the pattern ${pattern} can double with each character, because of ${part}.`,
    cause:
      'The part can match one text in many ways, all of which are tried before a text is rejected. Whoever may send the text can keep a server busy.',
    fix: 'Replace the pattern by one that matches each text in one way, with an override, or switch the constraint off. Validators test the length first, which limits the harm where a maximum is stated.',
  }),
  'pattern-slow': define<{ pattern: string; part: string }>({
    severity: 'note',
    title: 'Pattern that is slow on long texts',
    message: ({ pattern, part }) =>
      `The time to reject a text by the pattern ${pattern} grows faster than its length, because of ${part}, and the length has no low limit.`,
    cause: 'Two parts of the pattern can share out the same characters in many ways.',
    fix: 'State a maximum length, or replace the pattern, with an override.',
  }),
  'pattern-finds-everywhere': define<{ pattern: string }>({
    severity: 'note',
    title: 'Pattern that every text satisfies',
    message: ({ pattern }) =>
      `Every text satisfies the pattern ${pattern}, for it also finds the empty text; expected it to be anchored with ^ and $.`,
    cause:
      'A pattern is found anywhere in a text unless it is anchored, and this one can match nothing at all.',
    fix: 'If the whole text is meant, anchor the pattern with an override. As it is, validators have nothing to test.',
    wording: ({ pattern }) => `Anchor the pattern: \`^(?:${pattern})$\`.`,
  }),
} as const;
