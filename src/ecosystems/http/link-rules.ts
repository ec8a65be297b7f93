import { plainRules, type LinkRules } from '../../link/rules.js';
import { nameOperation } from './operation-names.js';
import { distinguish } from './path-names.js';

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
