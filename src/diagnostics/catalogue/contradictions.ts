import { define } from './define.js';

/** What contradicts itself within the finished model. */
export const contradictions = {
  'bounds-reversed': define<{ member: string; min: number; max: number }>({
    severity: 'warning',
    title: 'Minimum above maximum',
    message: ({ member, min, max }) =>
      `No value of ${member} satisfies a minimum of ${min} and a maximum of ${max}.`,
    cause: 'One of the two numbers is wrong.',
    fix: 'Correct the page, or set the right bound with an override.',
    wording: ({ min, max }) => `Swap the two numbers: a minimum of ${max} and a maximum of ${min}.`,
  }),
  'default-outside': define<{ member: string; value: string; wrong: string }>({
    severity: 'warning',
    title: 'Default outside its own constraint',
    message: ({ member, value, wrong }) =>
      `The default "${value}" of ${member} breaks its own constraint: ${wrong}.`,
    cause: 'Either the default or the constraint is out of date.',
    fix: 'Correct the page, or set the right one with an override.',
    wording: ({ value }) => `Correct the default "${value}", or the constraint.`,
  }),
  'example-outside': define<{ operation: string; member: string; value: string; wrong: string }>({
    severity: 'note',
    title: 'Example outside its own constraint',
    message: ({ operation, member, value, wrong }) =>
      `In an example of ${operation} the value ${value} of "${member}" breaks its constraint: ${wrong}.`,
    cause:
      'The example is shortened or made up, or the constraint is narrower than what the service accepts.',
    fix: 'If the example is real, relax the constraint with an override.',
    wording: ({ value }) =>
      `Replace ${value} by a value that the constraint allows, or relax the constraint.`,
  }),
  'type-differs-elsewhere': define<{ member: string; type: string; usual: string }>({
    severity: 'note',
    title: 'Type differs from members of the same name',
    message: ({ member, type, usual }) =>
      `${member} is ${type}; every other member of this name is ${usual}.`,
    cause: 'The member is another thing by the same name, or its page is wrong.',
    fix: 'If the page is wrong, set the type with an override.',
  }),
  'values-differ-elsewhere': define<{ member: string; missing: readonly string[]; added: readonly string[] }>(
    {
      severity: 'note',
      title: 'Valid values differ between two places',
      message: ({ member, missing, added }) =>
        [
          `The valid values of ${member} differ from those of other members of this name:`,
          ...(missing.length > 0 ? [`without ${shorten(missing)}`] : []),
          ...(added.length > 0 ? [`with ${shorten(added)}`] : []),
        ].join(' '),
      cause: 'The member takes only some of the values, or one of the pages is out of date.',
      fix: 'If a page is out of date, set the values with an override.',
      wording: () => 'List the same values in both places, or say why they differ.',
    },
  ),
  'prose-limit-differs': define<{ member: string; words: string; stated: number }>({
    severity: 'note',
    title: 'Description names another limit',
    message: ({ member, words, stated }) =>
      `The description of ${member} says "${words}"; its constraint says ${stated}, which was used.`,
    cause: 'One of the two is out of date, or the sentence speaks of a special case.',
    fix: 'Find out which is right; set the bound with an override where the sentence is.',
    wording: ({ words, stated }) => `Say ${stated} in place of "${words}", or correct the constraint.`,
  }),
} as const;

const shorten = (values: readonly string[]): string =>
  values.length > 5 ? `${values.slice(0, 5).join(', ')} and ${values.length - 5} more` : values.join(', ');
