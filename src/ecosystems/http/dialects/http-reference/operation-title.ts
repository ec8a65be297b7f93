import { isGeneric, nameOfTitle, pascalCase } from './names.js';
import { REQUEST_TITLE, type OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { parseRequestLine } from './request-line.js';
import type { Section } from './sections.js';

/**
 * The heading, unless it is the request line itself; that around it where it says only that requests, parameters or an
 * answer follow; or what the front matter calls the page.
 */
export function titleOf({ title, section }: OperationSite, { analysis: { outline } }: PageContext): string {
  const words = saying(title) ?? around(section);
  const line = parseRequestLine(words ?? '');
  if (line) return line.rest.replace(/^[-–—:\s]+/, '');
  if (words !== undefined) return words.replace(/\s*`?(?:GET|POST|PUT|PATCH|DELETE) \/\S*`?$/, '');
  const only = outline.root.children.length === 1 ? outline.root.children[0]?.title : undefined;
  return saying(outline.root.title) ?? saying(only ?? '') ?? '';
}

function around({ parent }: Section): string | undefined {
  for (let at = parent; at?.heading; at = at.parent) {
    const words = saying(at.title);
    if (words !== undefined) return words;
  }
  return undefined;
}

/** A title that says what is done: no path, no status, none of the words for parts of a description. */
function saying(title: string): string | undefined {
  const words = title.replace(/\s*:$/, '').trim();
  const bare = words.replace(/\([^()]*\)/g, '').trim();
  return isGeneric(bare) || REQUEST_TITLE.test(bare) || SAYS_NOTHING.test(bare) ? undefined : words;
}

const SAYS_NOTHING = /^(?:(?:deprecation )?(?:notice|note|remark)s?$|[1-5]\d\d\b|`?\/)/i;

/** What structures of an operation are named by. */
export function ownerName(title: string, { requests: [first] }: OperationSite): string {
  const named = nameOfTitle(title.replace(/(?<=^|\s)(?:an?|the)(?=\s)/gi, ''));
  return title !== '' && named !== 'Object'
    ? named
    : pascalCase(`${first?.line.methods[0]?.toLowerCase() ?? ''} ${first?.line.path ?? 'operation'}`);
}
