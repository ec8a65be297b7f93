import { define } from './define.js';

/** What can go wrong with, or be found in, the folders that docwright writes to. */
export const output = {
  'output-stale': define<{ path: string; state: 'changed' | 'missing' | 'extra' }>({
    severity: 'error',
    title: 'Generated file is not up to date',
    message: ({ path, state }) => `The generated file "${path}" is ${state}.`,
    cause:
      'The pages, the configuration or docwright changed since the last `generate`, or somebody edited the file.',
    fix: 'Run `docwright generate` and commit the result. A file that docwright did not write: move or delete it.',
  }),
  'output-outside': define<{ path: string; folder: string }>({
    severity: 'error',
    title: 'Path leaves the output folder',
    message: ({ path, folder }) => `Refuse to write "${path}": it lies outside "${folder}".`,
    cause: 'A name leads out of the output folder by `..`, as an absolute path, or through a symbolic link.',
    fix: 'Remove the symbolic link, or choose the folder that it leads to as the output folder.',
  }),
  'output-edited': define<{ path: string }>({
    severity: 'warning',
    title: 'Edit of a generated file replaced',
    message: ({ path }) =>
      `"${path}" was edited after docwright wrote it; the edit gives way to what is generated.`,
    cause: 'Generated files belong to docwright and are written anew on every run.',
    fix: 'Recover the edit from version control and move it to a file of your own.',
  }),
  'output-kept': define<{ path: string }>({
    severity: 'error',
    title: 'Stale file was edited',
    message: ({ path }) => `"${path}" is no longer generated, but somebody edited it; it is not deleted.`,
    cause: 'The file would have been removed as stale, and the edit lost with it.',
    fix: 'Move what you need elsewhere and delete the file, or run `docwright generate --force`.',
  }),
  'output-foreign': define<{ path: string }>({
    severity: 'error',
    title: 'File in the way was not written by docwright',
    message: ({ path }) => `"${path}" exists and is not in the manifest of docwright; it is not overwritten.`,
    cause: 'The output folder holds a file of the same name from elsewhere, or the manifest was deleted.',
    fix: 'Choose another output folder, move the file, or overwrite it with `docwright generate --force`.',
  }),
  'output-unreadable': define<{ path: string }>({
    severity: 'error',
    title: 'File in the way cannot be read',
    message: ({ path }) => `"${path}" exists and cannot be read; it is left as it is.`,
    cause: 'It is a folder, or the file may not be read.',
    fix: 'Change its permissions, or move it out of the way.',
  }),
  'output-busy': define<{ path: string }>({
    severity: 'error',
    title: 'Another run is at work',
    message: ({ path }) =>
      `Another run of docwright has been writing "${path}" for minutes; nothing is written.`,
    cause: 'Two runs have the same output folder, and the other one did not come to its end.',
    fix: 'Wait for it or end it, then run the command again. A run that was killed needs no care.',
  }),
  'output-failed': define<{ path: string; problem: string; restored?: boolean }>({
    severity: 'error',
    title: 'Cannot write',
    message: ({ path, problem, restored = true }) =>
      `Cannot write "${path}": ${problem}. ${restored ? 'What was there is unchanged.' : 'Some files are new and some old; another run completes them.'}`,
    cause: 'The disk is full, or the folder or the file is read-only.',
    fix: 'Make room or change the permissions, then run the command again.',
  }),
} as const;
