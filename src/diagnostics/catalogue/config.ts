import { define } from './define.js';

/** What can be wrong with the command line or the configuration: the person has to change one of them. */
export const config = {
  usage: define<{ problem: string }>({
    severity: 'error',
    title: 'Command line not understood',
    message: ({ problem }) => problem,
    cause: 'The command line has an unknown command or option, or a value that the option does not take.',
    fix: 'See `docwright --help`, or `docwright COMMAND --help` for one command.',
  }),
  'config-missing': define<{ place: string }>({
    severity: 'error',
    title: 'No configuration',
    message: ({ place }) => `Found no configuration: ${place}.`,
    cause: 'The command needs a configuration that names the pages of each service.',
    fix: 'Run `docwright init FOLDER`, name the file with --config, or run docwright where the configuration is.',
  }),
  'config-several': define<{ names: readonly string[] }>({
    severity: 'error',
    title: 'More than one configuration',
    message: ({ names }) => `Found ${names.join(' and ')} in one folder; expected one of them.`,
    cause: 'Two configuration files lie side by side, and nothing says which one counts.',
    fix: 'Delete one of them, or choose with --config.',
  }),
  'config-exists': define<{ names: readonly string[] }>({
    severity: 'error',
    title: 'Configuration exists already',
    message: ({ names }) => `Found ${names.join(' and ')}; it is not overwritten.`,
    cause: '`docwright init` writes a first configuration, never over one that is there.',
    fix: 'Edit the configuration, or delete it and run `docwright init` again.',
  }),
  'config-unreadable': define<{ problem: string }>({
    severity: 'error',
    title: 'Configuration cannot be loaded',
    message: ({ problem }) => `The configuration cannot be loaded: ${problem}.`,
    cause: 'The file cannot be read, is not well-formed, or throws while it is evaluated.',
    fix: 'Mend the file at the place shown; `node` or `tsc` on the same file may say more.',
  }),
  'config-unknown-key': define<{ key: string; where: string; known: readonly string[] }>({
    severity: 'error',
    title: 'Unknown key in the configuration',
    message: ({ key, where, known }) => `Unexpected key "${key}" in ${where}; expected ${known.join(', ')}.`,
    cause: 'The key is misspelled, stands at the wrong level, or belongs to another version of docwright.',
    fix: 'Correct or remove the key. `schemas/config.schema.json` lists them all and completes them in editors.',
  }),
  'config-missing-key': define<{ key: string; where: string }>({
    severity: 'error',
    title: 'Key missing from the configuration',
    message: ({ key, where }) => `Expected the key "${key}" in ${where}.`,
    cause: 'The configuration leaves out something that has no default.',
    fix: 'Add the key.',
  }),
  'config-value': define<{ where: string; found: string; expected: string }>({
    severity: 'error',
    title: 'Unexpected value in the configuration',
    message: ({ where, found, expected }) => `Unexpected ${found} at ${where}; expected ${expected}.`,
    cause: 'The value has the wrong type or is not one of those that the key takes.',
    fix: 'Give the key a value of the kind that the message names.',
  }),
  'config-unknown-service': define<{ id: string; known: readonly string[] }>({
    severity: 'error',
    title: 'Service not configured',
    message: ({ id, known }) => `No service "${id}" is configured; expected ${known.join(', ') || 'none'}.`,
    cause: 'A name on the command line is not a key of `services` in the configuration.',
    fix: 'Use one of the names listed, or add the service to the configuration.',
  }),
} as const;
