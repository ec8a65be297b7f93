import { plainRules, type LinkRules } from '../../link/rules.js';
import type { Member } from '../../model/model.js';
import type { ScalarType, Type } from '../../model/types.js';

/** What pages of AWS call things, and what they leave out. */
export const awsRules: LinkRules = {
  ...plainRules,
  nameStem: (name) =>
    plainRules.nameStem(
      name
        .toLowerCase()
        .replace(/-\d{4}-\d{2}-\d{2}$/, '')
        .replace(/\b(amazon|aws)\b/g, ''),
    ),
  bareLabels: true,
  settableTraits: ['endpointPrefix', 'signingName', 'targetPrefix'],
  pagination: {
    inputTokens: [
      'nextToken',
      'marker',
      'pageToken',
      'nextPageToken',
      'startToken',
      'paginationToken',
      'exclusiveStartKey',
    ],
    outputTokens: [
      'nextToken',
      'nextMarker',
      'nextPageToken',
      'marker',
      'pageToken',
      'paginationToken',
      'lastEvaluatedKey',
    ],
    pageSizes: ['maxResults', 'maxItems', 'limit', 'pageSize', 'maxRecords', 'pageLimit'],
  },
  isIdempotencyToken: isToken,
  typeFromWords,
  repairName,
};

const TOKEN_NAME = /^(client|idempotency|creation|caller)?-?(request)?-?(token|reference)$/i;

/** Somebody other than the caller makes one up: "If you don't set the token, the service generates one". */
const MADE_UP =
  /\b(?:don't|do not|not|n't)\s+(?:set|specify|specified|provide|provided|supply|supplied)\b[^.]*\b(?:generates?|adds?|populates?)\b/i;

/**
 * Its name says that it is a token of the client and its description that it is about idempotency, or that it is made up
 * where the caller leaves it out. Inferred: no page says that a client should fill it in.
 */
function isToken({ name, type, description = '' }: Member): boolean {
  return (
    type.kind === 'string' &&
    TOKEN_NAME.test(name) &&
    name.length > 5 &&
    (/idempoten/i.test(description) || MADE_UP.test(description.replaceAll('\u2019', "'")))
  );
}

/**
 * What a parameter is whose lines leave it open: a plural that is described as a list of things can stand in a query more
 * than once, and the number of a version is a number.
 */
function typeFromWords({ name, location, description = '' }: Member, type: ScalarType): Type {
  if (location.value === 'query' && /[^aisu]s$/.test(name) && /^(?:A|The) list of\b/.test(description)) {
    return { ...type, kind: 'list', element: type };
  }
  return /versionNumber$/i.test(name) && location.value !== 'body' ? { ...type, kind: 'long' } : type;
}

/**
 * Some pages print `$1` for a character that was lost on the way, mostly an underscore; the syntax block, which is
 * code, still has it.
 */
function repairName(name: string, candidates: readonly string[]): string {
  if (!name.includes('$1')) return name;
  const parts = name.split('$1');
  const [match, ...others] = candidates.filter((candidate) => fits(candidate, parts));
  return match !== undefined && others.length === 0 ? match : name;
}

function fits(candidate: string, parts: readonly string[]): boolean {
  if (candidate.length !== parts.join('').length + parts.length - 1) return false;
  let at = 0;
  return parts.every((part) => {
    const found = candidate.startsWith(part, at);
    at += part.length + 1;
    return found;
  });
}
