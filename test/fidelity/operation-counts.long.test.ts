import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import type { Page } from '../../src/ecosystems/dialect.js';
import { fragmentsOf, servicesOf } from '../dialects/read.js';
import { hasShared, needsShared, sharedPath } from '../shared.js';
import { pagesBelow } from '../wire/pages.js';

type Found = readonly (readonly [method: string, path: string])[];

const pairs = (text: string, pattern: RegExp): Found =>
  [...text.matchAll(pattern)].map(([, method = '', path = '']) => [method, path]);

/** A search for what each guide has request lines in, which knows nothing of how docwright reads. */
const searches: Readonly<Record<string, (text: string) => Found>> = {
  binance: (text) => pairs(text, /^```\s*\n(GET|POST|PUT|DELETE) (\/\S+)/gmu),
  discord: (text) => pairs(text, /<Route method="(\w+)">(\S+?)<\/Route>/gu),
  'inbound-mintlify': (text) => pairs(text, /^api:\s*["']?(\w+)\s+(\S+?)["']?$/gmu),
  github: (text) =>
    pairs(text, /^(?: {2,4}|\t)(GET|POST|PUT|PATCH|DELETE) +(?:https:\/\/[^/\s]+)?(\/\S+)/gmu),
  mastodon: (text) => pairs(text, /^```http\s*\n(GET|POST|PUT|PATCH|DELETE) (\S+)/gmu),
  vault: (text) =>
    pairs(
      text,
      /^\| *`?((?:GET|POST|PUT|PATCH|DELETE|HEAD|LIST)(?:`?[,/ ]+`?(?:GET|POST|PUT|PATCH|DELETE|HEAD|LIST))*)`? *\| *`([^`]+)`/gmu,
    ).flatMap(([methods, path]) => (methods.match(/[A-Z]+/gu) ?? []).map((one) => [one, path] as const)),
  grafana: (text) => pairs(text, /^`(GET|POST|PUT|PATCH|DELETE) (\/?[^`]+)`\s*$/gmu),
  onedrive: (text) =>
    [
      ...text.matchAll(
        /^#+ HTTP request[^\n]*\n([^]*?)(?=^#)|"blockType": *"ignored"[^\n]*-->\s*```(?:http)?\n([^]*?)```/gimu,
      ),
    ].flatMap(([, section, fence]) =>
      pairs(section ?? fence ?? '', /^(GET|POST|PUT|PATCH|DELETE|HEAD) (\S+)(?: HTTP\S*)?\s*$/gmu),
    ),
  'nextcloud-forms': (text) =>
    [...text.matchAll(/Endpoint: `([^`]+)`[^]{0,80}?Method: `(\w+)`/gu)].map(([, path = '', method = '']) => [
      method,
      path,
    ]),
};

/** What the search finds and docwright does not take for an operation, and the other way round, each with its reason. */
const differences: Readonly<Record<string, { readonly notRead?: object; readonly more?: object }>> = {
  github: {
    notRead: {
      'GET /repos/{}/{}/git/refs/heads/skunkworkz/featureA': 'refs.md: an example of the operation above it',
      'GET /repos/{}/{}/git/refs/heads/feature': 'refs.md: "For example, a call …"',
      'GET /repos/{}/{}/git/refs/tags': 'refs.md: "For example, …, you can call:"',
      'DELETE /repos/octocat/Hello-World/git/refs/heads/feature-a': 'refs.md: "Example: Deleting a branch:"',
      'DELETE /repos/octocat/Hello-World/git/refs/tags/v1.0': 'refs.md: "Example: Deleting a tag:"',
    },
    more: {
      'GET /repos/{}/{}/statuses/{}': 'statuses.md:74: a code span, "also available via a legacy route"',
    },
  },
  vault: {
    notRead: Object.fromEntries(
      [
        'POST /pki/sign-verbatim(/{}',
        'POST /pki/issuer/{}/sign-verbatim(/{}',
        'POST /transit/random(/{}/{}',
        'POST /transit/hash(/{}',
        'POST /transit/restore(/{}',
        'POST /sys/tools/random(/{}/{}',
        'POST /sys/tools/hash(/{}',
      ].map((request) => [request, 'parts in parentheses may be missing: read as several paths, see `more`']),
    ),
  },
  onedrive: {
    notRead: {
      'PUT /me/drive/{}/{}':
        'driveitem_createuploadsession.md: a message of the example, beside the same for items',
      'GET /drive/items/{}/versions/{}': 'driveitemversion_get.md:43: "Example", then "HTTP request"',
      'GET /monitor/4A3407B5-88FC-4504-8B21-0AABD3412717':
        'long-running-actions.md: an example on a host of its own',
    },
    more: {
      'GET /groups/{}/sites/root': 'site_get.md:66: a heading of its own, no "HTTP request"',
      'GET /drive/items/{}': 'driveitem_put_thumbnailset_content.md:51: the same',
      'GET /drive/{}/{}/content': 'driveitem_get_content_format.md:25: the same',
      'GET /drive/root': 'optional-query-parameters.md:73: the same, on a page about parameters',
      'GET /v1.0/drives/{}/items/{}': 'itemReference.md:61: the same, "construct a URL of the format"',
      'GET /v1.0/sites/{}': 'site.md:153: the same, a note for developers',
      'GET /v1.0/me': 'direct-endpoint-differences.md:89: the same, "make a request to … return this"',
      'GET /me/drives': 'drive_list.md:57: the same',
      'GET /sites/{}/drives': 'drive_list.md:41: the same',
      'GET /users/{}/drives': 'drive_list.md:49: the same',
      'DELETE /drive/items/{}': 'using-sharing-links.md:80: the same, "simply DELETE the remote item"',
    },
  },
};

/** A method and a path in which every part with a label or a long number is `{}`. */
function keyOf(method: string, path: string): string {
  const bare = path
    .replace(/\[([^\]]*)\]\([^()]*\)/gu, '$1')
    .replace(/^https?:\/\/[^/]+/u, '')
    .replace(/\[[?&].*$|[?#].*$|\\/gu, '');
  const parts = bare
    .split('/')
    .filter((part) => part !== '')
    .map((part) => (/[{}<>:[\]]|^\([a-z]|^[1-9]\d*$/u.test(part) ? '{}' : part));
  return `${method.toUpperCase()} /${parts.join('/')}`;
}

function readOf(pages: readonly Page[]): ReadonlySet<string> {
  const { report } = collector();
  const operations = servicesOf(fragmentsOf(pages, report), report).flatMap((service) => service.operations);
  return new Set(operations.map(({ http }) => keyOf(http?.method.value ?? '', http?.uri.value ?? '')));
}

const minus = (one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] =>
  [...one].filter((key) => !other.has(key)).sort();

describe.skipIf(!hasShared)(
  `operations that guides document, counted without the reader${needsShared}`,
  () => {
    it.each(Object.entries(searches))('%s', { timeout: 60_000 }, (guide, search) => {
      const pages = pagesBelow(sharedPath('rest/pages', guide));
      const searched = new Set(
        pages.flatMap(({ text }) => search(text).map(([method, path]) => keyOf(method, path))),
      );
      const read = readOf(pages);
      const { notRead = {}, more = {} } = differences[guide] ?? {};
      expect(minus(searched, read)).toEqual(Object.keys(notRead).sort());
      const optional = guide === 'vault' ? minus(read, searched) : Object.keys(more).sort();
      expect(minus(read, searched)).toEqual(optional);
      if (guide === 'vault') expect(optional.length).toBeLessThanOrEqual(22);
    });
  },
);
