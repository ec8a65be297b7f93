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
  'page-of-no-operation': define<{ page: string }>({
    severity: 'warning',
    title: 'Page of no operation of the service',
    message: () =>
      'The page has tables or lists that could be types, but describes no operation, and nothing says that it belongs to the service; it was left out.',
    cause: 'A guide stands beside the reference, or the pages of another API are among these.',
    fix: 'Leave the page out with the `pages` patterns of the configuration; if its types belong to the service, name its format with `dialects`.',
  }),
  'page-empty': define({
    severity: 'warning',
    title: 'Empty page',
    message: () => 'The page is empty; expected a title and sections.',
    cause: 'The download of the page failed, or the file is a placeholder.',
    fix: 'Fetch the page again, or delete the file.',
  }),
  'page-without-facts': define<{ title: string }>({
    severity: 'note',
    title: 'Page without operations, objects or values',
    message: ({ title }) =>
      `"${title}" describes no operation, no object and no list of values; nothing was read from it.`,
    cause: 'The page explains or tells news, or states facts in a form that is not understood.',
    fix: 'Nothing, or leave the page out with the `pages` patterns; where it does describe operations, say with `reading` what its columns, places or components mean.',
  }),
  'include-missing': define<{ path: string }>({
    severity: 'warning',
    title: 'Included file not among the pages',
    message: ({ path }) =>
      `The page puts the text of "${path}" here, which is not among the pages; what it states is missing.`,
    cause: 'Pages share text by files of their own, and the `pages` patterns leave this one out.',
    fix: 'Add the file, or the folder that it stands in, to the `pages` patterns; nothing, where it states nothing of the API.',
  }),
  'include-endless': define<{ path: string }>({
    severity: 'warning',
    title: 'Include without an end',
    message: ({ path }) =>
      `"${path}" includes itself, stands too deep in other files, or is one of too many; its text was left out here.`,
    cause: 'Two files include one another, or a file includes itself.',
    fix: 'Take the include out of one of the files.',
  }),
  'host-differs': define<{ host: string; stated: string; request: string; kept: boolean }>({
    severity: 'warning',
    title: 'Request line with another host',
    message: ({ host, stated, request, kept }) =>
      `${request} goes to ${host}, while the guide states ${stated}; ${kept ? 'clients send it to the latter' : 'it was left out'}.`,
    cause: 'The page describes another API, or the API has several hosts.',
    fix: 'Make a service of its own of the page in the configuration, with `server: "https://..."`.',
  }),
  'example-call': define<{ request: string }>({
    severity: 'note',
    title: 'Example call, no reference',
    message: ({ request }) =>
      `The page shows a call of ${request} and describes nothing; no operation was made of it.`,
    cause: 'The page is a tutorial or a guide that shows how a call looks.',
    fix: 'Nothing; where this is all that is known of the operation, write down its parameters in a list below the call.',
  }),
} as const;
