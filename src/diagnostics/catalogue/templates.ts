import { define } from './define.js';

/** What can be wrong with templates that a configuration brings. */
export const templates = {
  'template-unknown': define<{ name: string; near: readonly string[]; known: readonly string[] }>({
    severity: 'error',
    title: 'Template of no use',
    message: ({ name, near, known }) =>
      `No template is called "${name}"; expected ${(near.length > 0 ? near : known).join(', ')}.`,
    cause:
      'The folder `templates` of the configuration holds a file that stands in the place of no template of docwright.',
    fix: 'Give the file the path of the template that it replaces, such as `types.hbs` or `partials/doc.hbs`.',
  }),
  'template-fault': define<{ problem: string }>({
    severity: 'error',
    title: 'Template at fault',
    message: ({ problem }) => `The template cannot be filled: ${problem}.`,
    cause: 'A template of the configuration does not parse, or uses a name that docwright does not give it.',
    fix: 'Compare it with the template of the same name that comes with docwright, which uses every name there is.',
  }),
} as const;
