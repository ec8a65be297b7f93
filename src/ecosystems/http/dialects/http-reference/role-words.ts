import type { PlaceMeaning } from '../../../../base/house-style.js';
import type { MemberPlace } from '../../../../model/fragments.js';
import type { Reading } from '../../../dialect.js';

/** What the words above a block say that it is about. */
export interface Role {
  readonly side?: 'request' | 'response' | 'errors' | 'none';
  readonly place?: MemberPlace;
  readonly status?: number;
  readonly example?: true;
  /** Media types that the words name. */
  readonly media?: readonly string[];
}

const PLACES: Readonly<Record<string, MemberPlace>> = {
  query: 'query',
  header: 'header',
  path: 'label',
  label: 'label',
  cookie: 'cookie',
  body: 'body',
  form: 'body',
};

/** What one line of words says; undefined where it says nothing of requests and responses. */
export function roleOf(title: string, reading: Reading = {}): Role | undefined {
  const words = title
    .toLowerCase()
    .replace(/[*_`:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const own = reading.places?.[title.trim()] ?? reading.places?.[words];
  if (own !== undefined) return roleOfMeaning(own);
  if (words === '' || words.length > 160) return undefined;
  const status = statusOf(words);
  const example = /\b(?:examples?|samples?)\b/.test(words) ? { example: true as const } : {};
  const place = placeOf(words);
  const media = mediaOf(words);
  const side = sideOf(words, status, place);
  if (!side && !place && !example.example) return undefined;
  return {
    ...(side && { side }),
    ...(place && { place }),
    ...(status !== undefined && { status }),
    ...example,
    ...(media.length > 0 && { media }),
  };
}

/** What the configuration says of words of the guide's own. */
function roleOfMeaning(meaning: PlaceMeaning): Role {
  if (meaning === 'response' || meaning === 'errors' || meaning === 'none') return { side: meaning };
  const form = meaning === 'form' ? { media: ['application/x-www-form-urlencoded'] } : {};
  return { side: 'request', ...(PLACES[meaning] && { place: PLACES[meaning] }), ...form };
}

/** `200: OK`, `Status 201`, `204 No Content`. */
const statusOf = (words: string): number | undefined => {
  const found =
    /^(?:http |status |code |response |success |error )*(?:status |code )*([1-5]\d\d)\b(?! ?(?:characters|items))/.exec(
      words,
    )?.[1] ??
    /\b([1-5]\d\d) (?:ok|created|accepted|no content|response)\b|\(([1-5]\d\d)\)$/
      .exec(words)
      ?.slice(1)
      .find((one) => one !== undefined);
  return found === undefined ? undefined : Number(found);
};

function sideOf(words: string, status: number | undefined, place: MemberPlace | undefined): Role['side'] {
  if (status !== undefined) return status < 400 ? 'response' : 'errors';
  if (
    /\b(?:errors?|failures?|fails?|failed|exceeded)\b/.test(words) &&
    !/\bsuccess(?:ful)?\b/.test(words) &&
    !/\bparameters?\b/.test(words)
  )
    return 'errors';
  if (/\bstatus codes?\b|\bresponse codes?\b|\breturn codes?\b|\bhttp codes?\b/.test(words)) return 'errors';
  if (/\b(?:responses?|returns?|results?|output|returned)\b/.test(words) && !/request/.test(words))
    return 'response';
  if (
    /\b(?:requests?|inputs?|payload|parameters?|params?|arguments?|body|args|options|url components|fields to)\b/.test(
      words,
    )
  )
    return /\bresponse\b/.test(words) ? 'response' : 'request';
  if (
    place !== undefined &&
    /^(?:the )?(?:optional |required |custom |url |uri |http )*(?:query|path|headers?|cookies?|form)\b/.test(
      words,
    )
  )
    return 'request';
  return /\b(?:permissions?|scopes?|rate limits?|weights?|changelog|remarks|see also|limits?|version history|prerequisites|restrictions)\b/.test(
    words,
  )
    ? 'none'
    : undefined;
}

function placeOf(words: string): MemberPlace | undefined {
  if (
    /\b(?:query|querystring|search params?|url (?:parameters?|params?|arguments?)$|get params?)\b/.test(
      words,
    ) &&
    !/\bbody\b/.test(words)
  )
    return /\burl\b/.test(words) && !/query/.test(words) ? undefined : 'query';
  if (
    /\b(?:path|uri|route|url segment|url path)\b.*\b(?:param(?:eter)?s?|variables?|segments?|arguments?|components?)\b|^path$/.test(
      words,
    )
  )
    return 'label';
  if (/\bheaders?\b/.test(words)) return 'header';
  if (/\bcookies?\b/.test(words)) return 'cookie';
  if (
    /\b(?:body|payload|form[ -]?data|form param|json param|json\/form|form fields?|post data|json fields?|form-data|multipart|json input|data params?)/.test(
      words,
    )
  )
    return 'body';
  return undefined;
}

/** `JSON/Form params` and the like. */
function mediaOf(words: string): readonly string[] {
  const found: string[] = [];
  if (/\bjson\b/.test(words)) found.push('application/json');
  if (/\bmultipart|\bform-data\b/.test(words) || /json\s*\/\s*form/.test(words))
    found.push('multipart/form-data');
  else if (/\burl-?encoded\b/.test(words)) found.push('application/x-www-form-urlencoded');
  return found;
}

export const mergeRoles = (outer: Role, inner: Role): Role => ({
  ...outer,
  ...inner,
  ...(inner.side === undefined && outer.side && { side: outer.side }),
});
