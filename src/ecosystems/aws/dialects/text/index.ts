import type { Dialect, Page } from '../../../dialect.js';
import { sectionKind } from '../reference/outline.js';

/** The visible text of AWS API reference pages, as a browser copies it. */
export const awsText: Dialect = {
  id: 'aws-text',
  summary: 'the visible text of AWS API reference pages',
  matches(page: Page): number {
    if (/^#/m.test(page.text)) return 0;
    const lines = page.text.split(/\r?\n/).map((line) => line.trim());
    const title = lines.find((line) => line !== '') ?? '';
    if (!/ - \S/.test(title)) return 0;
    return lines.some((line) => sectionKind(line) !== 'unknown' || INDEX.test(line)) ? 0.92 : 0;
  },
  load: async () => (await import('./outline.js')).read,
};

/** Pages of the reference without sections: indexes, common parameters and errors. */
const INDEX =
  /^(The following (actions|data types) are supported|This section lists the errors common|The following list contains the parameters)/;
