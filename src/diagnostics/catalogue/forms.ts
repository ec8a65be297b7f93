import { define } from './define.js';

/** What the forms in which a model is written cannot say. */
export const forms = {
  'not-expressible': define<{ form: string; what: string; where: readonly string[] }>({
    severity: 'note',
    title: 'Form has no words for it',
    message: ({ form, what, where }) =>
      `What ${form} has no words for is left out: ${what} (${where.join(', ')}).`,
    cause: 'The pages say more than this form of the model can.',
    fix: 'Nothing has to be done. The model itself (`docwright inspect --format ir`) has it; so have the types, in their comments.',
  }),
} as const;
