import type { Dialect, Page, Reading } from '../../../dialect.js';
import { expander } from './expand-macros.js';

/** References of HTTP APIs that people have written by hand, in Markdown of any house. */
export const httpReference: Dialect = {
  id: 'http-reference',
  summary: 'hand-written references of HTTP APIs in Markdown',
  matches: certainty,
  most: 0.8,
  load: async () => (await import('./read.js')).read,
};

const METHOD = '(?:GET|POST|PUT|PATCH|DELETE|HEAD|LIST)';
/**
 * A method and a path where they are a line of their own: code, a heading, a row, a card, a component, front matter; or how
 * methods are called by their names.
 */
const REQUEST = new RegExp(
  [
    `^[ \\t>*+-]*(?:#{1,6} .*)?[\`*_|"' ]{0,6}${METHOD}[\`*_"']{0,3}[ \\t:|]{1,40}[\`<"']{0,3}(?:https?://|[/{<:\\w][\\w{}<>:.-]*/|/)`,
    `\\bmethod=["'{]+${METHOD}\\b`,
    `^(?:api|openapi):\\s*["']?${METHOD}\\b`,
    `\\b(?:method|verb)\\b[*_:\`| ]{1,8}${METHOD}\\b`,
    `"jsonrpc\\\\?"\\s{0,9}:`,
    `\\\\?"method\\\\?"\\s{0,9}:\\s{0,9}\\\\?"[\\w.:/-]+\\\\?"\\s{0,9},\\s{0,9}\\\\?"params\\\\?"`,
    `/METHOD(?:[_-]?NAME)?\\b`,
  ].join('|'),
  'im',
);
/** Heads of tables of members. */
const MEMBERS =
  /^\|?[ *`]*(?:name|field|parameter|property|attribute|key|member|argument|header)s?(?: name)?[ *`]*\|[^\n]*\b(?:type|description|required|mandatory)\b/im;
/** Members by component or by labelled line, and lists of values. */
const OTHERS =
  /<(?:Param|Response|Request)\w*Field\b|^\*\*Type:?\*\*:? |^#{1,6} .*\b(?:object|enum|structure|resource type|schema|(?:json )?representation)s?\b|^\|?[ *`]*(?:value|code|status|type|flag|name|error)s?[ *`]*\||^[ \t]*[-*+] `[\w.-]+`:? `?\([a-z]/im;
/** Words of pages that explain what is around operations. */
const AROUND =
  /\bbase ?url\b|\bapi[- ]?keys?\b|\bbearer\b|\bauthorization\b|\boauth\b|\bendpoints?\b|\brate limit|\bwebhooks?\b|\b(?:REST|HTTP) API\b/i;

/** Components and template tags of a guide's own count where the configuration explains them. */
function certainty({ text: written }: Page, { components = {}, macros }: Reading = {}): number {
  const text = macros ? expander(macros)(written) : written;
  const calls = Object.entries(components).flatMap(([name, said]) =>
    (typeof said === 'string' ? said : said.means) === 'request' ? [`<${name}`] : [],
  );
  if (calls.some((call) => text.includes(call))) return 0.8;
  if (REQUEST.test(text)) return 0.8;
  if (MEMBERS.test(text)) return 0.5;
  if (OTHERS.test(text)) return 0.3;
  return AROUND.test(text) ? 0.1 : 0;
}
