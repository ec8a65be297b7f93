import type { Dialect, Page } from '../../../dialect.js';

/** Reference pages in Markdown, in all the forms that AWS and mirrors of its site have published. */
export const awsReference: Dialect = {
  id: 'aws-reference',
  summary: 'AWS API reference pages in Markdown',
  matches: (page: Page) => /^#[ \t]+\S/m.test(page.text),
  load: async () => (await import('./read.js')).read,
};
