import type { Report } from '../../diagnostics/report.js';
import type { Fragment } from '../../ir/fragments.js';
import type { Dialect, Page } from '../dialect.js';
import { readPage } from '../reference/read-page.js';
import { outlinePage } from './outline.js';

/** Reference pages in Markdown, in all the forms that AWS and mirrors of its site have published. */
export const awsReference: Dialect = {
  id: 'aws-reference',
  summary: 'AWS API reference pages in Markdown',
  matches: (page: Page) => /^#[ \t]+\S/m.test(page.text),
  read(page: Page, report: Report): readonly Fragment[] {
    const outline = outlinePage(page);
    return outline ? readPage(outline, report) : [];
  },
};
