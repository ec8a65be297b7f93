import { define } from './define.js';

/** What can be wrong with one page by itself. */
export const pages = {
  'page-not-recognised': define<{ first: string }>({
    severity: 'warning',
    title: 'Not a reference page',
    message: ({ first }) => `No dialect knows this page; it begins with "${first}".`,
    cause: 'The file is among the pages, but has no section that a reference page has.',
    fix: 'Leave the file out with the `pages` patterns of the configuration, or name the dialect of its service.',
  }),
  'dialects-tie': define<{ taken: string; dialects: readonly string[] }>({
    severity: 'warning',
    title: 'Two page formats fit',
    message: ({ taken, dialects }) =>
      `The page could be read as ${dialects.join(' or ')}; it was read as ${taken}.`,
    cause: 'The page has what marks several formats.',
    fix: 'Name the format with `dialects` in the configuration.',
  }),
  'page-empty': define({
    severity: 'warning',
    title: 'Empty page',
    message: () => 'The page is empty; expected a title and sections.',
    cause: 'The download of the page failed, or the file is a placeholder.',
    fix: 'Fetch the page again, or delete the file.',
  }),
} as const;
