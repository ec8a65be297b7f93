import type { Dialect, Page } from '../../../dialect.js';

/** The visible text of an API explorer's page. */
export const explorer: Dialect = {
  id: 'explorer',
  summary: "the visible text of an API explorer's page about one operation",
  matches: (page: Page) => /curl --request [A-Z]+/.test(page.text),
  load: async () => (await import('./read.js')).read,
};
