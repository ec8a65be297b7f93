import { defineDialect } from '../../define.js';
import type { Page } from '../../dialect.js';

/** A page format: copy the folder, give it an id, and say how sure you are of a page. */
export const template = defineDialect({
  id: 'template',
  summary: 'one call a page: its name, its request line, and a line for each parameter',
  matches: ({ text }: Page) => (/^Call: \w+$/m.test(text) ? 1 : 0),
  load: async () => (await import('./read.js')).read,
});
