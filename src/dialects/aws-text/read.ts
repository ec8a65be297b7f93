import type { PageReader } from '../dialect.js';
import { readPage } from '../reference/read-page.js';
import { outlineText } from './outline.js';

export const read: PageReader = (page, report) => {
  const outline = outlineText(page);
  return outline ? readPage(outline, report) : [];
};
