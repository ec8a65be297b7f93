import { define } from './define.js';

/** What keeps pages from being read at all. */
export const input = {
  'input-missing': define<{ path: string }>({
    severity: 'error',
    title: 'No such file or folder',
    message: ({ path }) => `Found no file or folder "${path}".`,
    cause:
      'The path is misspelled, or relative to another folder: on the command line paths are relative to the working folder, in a configuration to the file itself.',
    fix: 'Correct the path.',
  }),
  'input-no-pages': define<{ path: string; extensions: readonly string[] }>({
    severity: 'error',
    title: 'No pages found',
    message: ({ path, extensions }) =>
      `Found no pages for "${path}"; expected files ending in ${extensions.join(', ')}.`,
    cause: 'The folder holds no file with the ending of a page, or the pattern matches nothing.',
    fix: 'Name the folder that holds the pages, the files themselves, or a pattern such as `pages/**/*.md`.',
  }),
  'input-unreadable': define<{ path: string; problem: string }>({
    severity: 'error',
    title: 'Page cannot be read',
    message: ({ path, problem }) => `The page "${path}" cannot be read: ${problem}.`,
    cause: 'The operating system refused to read the file.',
    fix: 'Check the permissions of the file, or leave it out of the pages.',
  }),
  'input-not-utf8': define<{ path: string }>({
    severity: 'error',
    title: 'Page is not UTF-8',
    message: ({ path }) => `The page "${path}" is not UTF-8 text from here on; it is left out.`,
    cause: 'The file is in another encoding, or is no text at all.',
    fix: 'Convert the page to UTF-8, or leave it out of the pages.',
  }),
  'input-nothing-read': define<{ pages: number }>({
    severity: 'error',
    title: 'No reference page among the input',
    message: ({ pages }) =>
      `None of ${pages === 1 ? 'the one page' : `the ${pages} pages`} is a reference page that could be read; there is nothing to go on with.`,
    cause: 'The files are not reference pages, are empty, or are in a form that docwright does not know.',
    fix: 'Look at the warnings about the single pages; each says what was found and what was expected.',
  }),
  'input-half-read': define<{ service: string; understood: number; lines: number; least: string }>({
    severity: 'error',
    title: 'Too little of the pages understood',
    message: ({ service, understood, lines, least }) =>
      `${understood} of ${lines} lines of "${service}" that can state facts were understood, which is less than ${least}; no package was made. What was not understood is listed here by its form, what takes most lines first.`,
    cause:
      'The guide is written in a style that docwright does not know: other words at the head of columns, other components, other marks.',
    fix: 'Explain the style with `reading` in the configuration; `docwright inspect --unread` shows every form. If what was understood is enough, set `minCoverage` of the service, or run with `--force`.',
  }),
  'input-compared': define<{ problem: string }>({
    severity: 'error',
    title: 'Comparison lacks a page',
    message: ({ problem }) => `The comparison is incomplete: ${problem}`,
    cause: 'A page of one side could not be read, so that what it says seems to have come or gone.',
    fix: 'Mend the page or its download, or leave it out on both sides.',
  }),
  'input-git': define<{ name: string; problem: string }>({
    severity: 'error',
    title: 'Not found in git',
    message: ({ name, problem }) => `Cannot read "${name}" from git: ${problem}.`,
    cause: 'There is no such file or folder, and git knows no such commit or path, or is not installed.',
    fix: 'Write `ref:path`, such as `main:docs`; the path counts from the top of the repository, `./docs` from here.',
  }),
  'input-no-model': define<{ path: string; problem: string }>({
    severity: 'error',
    title: 'Not a model file',
    message: ({ path, problem }) => `"${path}" is no model that can be read: ${problem}.`,
    cause: 'The file is something else, was edited, or is of another version of docwright.',
    fix: 'Name the `model.json` of a generated package, or what `docwright inspect --format ir` prints.',
  }),
} as const;
