import type { Dialect, Page } from '../../../dialect.js';

/** Reference pages in Markdown, in all the forms that AWS and mirrors of its site have published. */
export const awsReference: Dialect = {
  id: 'aws-reference',
  summary: 'AWS API reference pages in Markdown',
  matches: certainty,
  load: async () => (await import('./outline.js')).read,
};

/** A link to the service in one of the SDKs, which the reference alone has. */
const SDK_LINK = /\/goto\/[^/\s)]+\/[^/\s)]+\/[^/\s)]+/i;

/** Headings that only this reference has, and those that others have as well. */
const OWN_HEADING =
  /^## (?:Request Syntax|URI Request Parameters|Response Syntax|Response Elements)\s*(?:<a\b|$)/im;
const HEADING = /^## (?:Request Parameters|Request Body|Contents|Errors|See Also)\s*(?:<a\b|$)/im;

/** The words of its indexes and common pages. */
const INDEX =
  /^The following (?:actions|operations|data types) are supported|^# (?:Actions|Operations|Data Types|API Reference|Common (?:Error Types|Errors|Parameters))\s*$/im;

function certainty({ text }: Page): number {
  if (!/^#[ \t]+\S/m.test(text)) return 0;
  if (SDK_LINK.test(text)) return 0.95;
  if (OWN_HEADING.test(text)) return 0.9;
  if (INDEX.test(text)) return 0.7;
  return HEADING.test(text) ? 0.4 : 0;
}
