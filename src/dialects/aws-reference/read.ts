import type { PageReader } from '../dialect.js';
import { readPage } from '../reference/read-page.js';
import { outlinePage } from './outline.js';

export const read: PageReader = (page, report) => {
  const outline = outlinePage(page);
  return outline ? readPage(outline, report) : [];
};
