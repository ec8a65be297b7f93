import type { Dialect, Page } from '../../../dialect.js';

/** The visible text of an API explorer's page. */
export const explorer: Dialect = {
  id: 'explorer',
  summary: "the visible text of an API explorer's page about one operation",
  matches: ({ text }: Page) => (/curl --request [A-Z]+/.test(text) && HOST.test(text) ? 0.9 : 0),
  load: async () => (await import('./read.js')).read,
};

/** The host of the vendor, behind the placeholder of its Regions. */
const HOST = /https?:\/\/[a-z0-9.-]+\.\{region\}\.amazonaws\.com/;
