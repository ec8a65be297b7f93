import { nameFromRequest, plainRules, type LinkRules, type NamedRequest } from '../../link/rules.js';

/** What pages of HTTP references leave to be found out: names of operations, and which members make pages of a list. */
export const httpRules: LinkRules = {
  ...plainRules,
  reportsUnnamed: false,
  unitesPages: true,
  nameOperation,
  distinguish,
  pagination: {
    inputTokens: [
      'cursor',
      'page_token',
      'pageToken',
      'next_token',
      'nextToken',
      'continuation_token',
      'starting_after',
      'after',
      'next_cursor',
    ],
    outputTokens: [
      'next_cursor',
      'nextCursor',
      'next_page_token',
      'nextPageToken',
      'next_token',
      'nextToken',
      'continuation_token',
      'cursor',
      'after',
    ],
    pageSizes: [
      'limit',
      'per_page',
      'perPage',
      'page_size',
      'pageSize',
      'count',
      'size',
      'max_results',
      'maxResults',
    ],
  },
};

const LONGEST = 60;

/** `List guild emojis` becomes `ListGuildEmojis`; method and path where there is no title. */
function nameOperation(request: NamedRequest): string {
  const words = (request.title ?? '')
    .replace(/\([^()]*\)|`/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^(?:an?|the)$/i.test(word));
  let name = '';
  for (const word of words) {
    if (name.length + word.length > LONGEST) break;
    name += capital(word);
  }
  return /^\p{L}/u.test(name) && /^[\x20-\x7e]+$/.test(name) ? name : nameFromRequest(request);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The parts of the path that not all of them have; the method where paths are alike. */
function distinguish(request: NamedRequest, others: readonly NamedRequest[]): string {
  const parts = partsOf(request.path);
  const common = new Set(parts.filter((part) => others.every(({ path }) => partsOf(path).includes(part))));
  const own = parts.filter((part) => !common.has(part));
  const samePath = others.filter(({ path }) => path === request.path).length > 1;
  const method = samePath ? capital(request.method.toLowerCase()) : '';
  return (own.length === 0 && !samePath ? '' : 'By') + method + own.map(capital).join('');
}

const partsOf = (path: string): readonly string[] => path.split(/[^A-Za-z\d]+/).filter((part) => part !== '');
