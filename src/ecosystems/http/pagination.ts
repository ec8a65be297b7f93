import type { Member, Operation, Pagination, Shape } from '../../model/model.js';
import type { Type } from '../../model/types.js';
import { outputOf } from '../../model/walk.js';

/** Names in lower case and without what parts their words, in the order of their weight. */
const NAMES = {
  inputTokens: 'cursor pagetoken nextpagetoken nexttoken continuationtoken startingafter nextcursor after',
  outputTokens: 'nextcursor nextpagetoken nexttoken continuationtoken cursor after',
  pages: 'page pagenumber pagenum pageindex',
  offsets: 'offset skip startat',
  sizes: 'limit perpage pagesize count size maxresults top take',
  links: 'nextlink nexturl nextpageurl nextpagelink nexthref nexturi',
} as const;

type Names = keyof typeof NAMES;

/** A member of the output and the names that lead to it. */
interface Place {
  readonly path: string;
  readonly member: Member;
}

/**
 * What makes an operation a list of pages: names that such members have, and what their descriptions say. It is a guess,
 * and only made where there is a list to go through.
 */
export function paginationOf(
  operation: Operation,
  shapes: ReadonlyMap<string, Shape>,
): Pagination | undefined {
  const method = operation.http?.method.value;
  const places = placesIn(operation, shapes);
  const items = itemsAmong(places, shapes);
  if (!items || (method !== 'GET' && method !== 'LIST')) return undefined;
  const style = styleOf(operation, places, items, shapes);
  if (!style) return undefined;
  const pageSize = isNumber(find(operation.input, 'sizes'));
  return {
    ...style,
    ...(pageSize && { pageSize: pageSize.name }),
    items: items.path,
    source: operation.source,
    known: 'inferred',
  };
}

type Style = Pick<Pagination, 'style' | 'inputToken' | 'outputToken'>;

function styleOf(
  operation: Operation,
  places: readonly Place[],
  items: Place,
  shapes: ReadonlyMap<string, Shape>,
): Style | undefined {
  const { input } = operation;
  const link = placeNamed(places, 'links');
  if (link) return { style: 'link', inputToken: '', outputToken: link.path };
  const token = isText(find(input, 'inputTokens'));
  const next = placeNamed(places, 'outputTokens');
  if (token && next) return { inputToken: token.name, outputToken: next.path };
  if (saysLinkHeader(operation)) return { style: 'link', inputToken: '', outputToken: '' };
  const page = isNumber(find(input, 'pages'));
  if (page) return { style: 'page', inputToken: page.name, outputToken: '' };
  const offset = isNumber(find(input, 'offsets'));
  if (offset) return { style: 'offset', inputToken: offset.name, outputToken: '' };
  return keyStyle(input, items, shapes);
}

/** The members of the output, and those of structures directly in it. */
function placesIn(operation: Operation, shapes: ReadonlyMap<string, Shape>): readonly Place[] {
  const within = ({ path, member }: Place): readonly Place[] =>
    membersOf(member.type, shapes).map((inner) => ({ path: `${path}.${inner.name}`, member: inner }));
  const outer = outputOf(operation)
    .filter(({ location: { value } }) => value === 'body' || value === 'payload')
    .map((member) => ({ path: member.name, member }));
  const payload = outer.filter(({ member }) => member.location.value === 'payload').flatMap(within);
  return [...outer, ...outer.flatMap(within), ...payload.flatMap(within)];
}

const membersOf = (type: Type, shapes: ReadonlyMap<string, Shape>): readonly Member[] =>
  type.kind === 'reference' ? (shapes.get(type.target)?.members ?? []) : [];

/** The one list that lies nearest; of several that which has one of the usual names. */
function itemsAmong(places: readonly Place[], shapes: ReadonlyMap<string, Shape>): Place | undefined {
  const lists = places.filter(({ member: { type } }) => type.kind === 'list');
  const depths = lists.map(({ path, member }) => path.slice(0, -member.name.length).split('.').length);
  const nearest = lists.filter((_, at) => depths[at] === Math.min(...depths));
  if (nearest.length === 1) return nearest[0];
  const usual = nearest.filter(({ member }) =>
    /^(?:data|entries|items|records|results|values?)$/i.test(member.name),
  );
  const structured = nearest.filter(
    ({ member: { type } }) => type.kind === 'list' && membersOf(type.element, shapes).length > 0,
  );
  return [usual, structured].find(({ length }) => length === 1)?.[0];
}

/** The last part of a name, in lower case. */
const plain = (name: string): string =>
  name
    .slice(name.lastIndexOf('.') + 1)
    .toLowerCase()
    .replace(/[^a-z\d]/g, '');

function find(members: readonly Member[], names: Names): Member | undefined {
  const known = members.map(({ name }) => plain(name));
  const at = NAMES[names]
    .split(' ')
    .map((name) => known.indexOf(name))
    .find((index) => index >= 0);
  return at === undefined ? undefined : members[at];
}

const placeNamed = (places: readonly Place[], names: Names): Place | undefined => {
  const member = isText(
    find(
      places.map((place) => place.member),
      names,
    ),
  );
  return member && places.find((place) => place.member === member);
};

const isText = (member: Member | undefined): Member | undefined =>
  member?.type.kind === 'string' ? member : undefined;

const isNumber = (member: Member | undefined): Member | undefined =>
  member && /^(?:integer|long|double|float)$/.test(member.type.kind) ? member : undefined;

/** `Use the Link header to get the next page`, in the words of the operation or of its parameters. */
const saysLinkHeader = ({ description = '', input }: Operation): boolean =>
  [description, ...input.map((member) => member.description ?? '')].some((text) =>
    /\blink[`"*_]* headers?\b|\bheaders? [`"*_]*link\b|rel=\\?["']?next/i.test(text),
  );

/**
 * `after` or `before` that takes what an item is called by: `the id of the last user`. Where there are both, nothing says
 * in which direction the list goes.
 */
function keyStyle(
  input: readonly Member[],
  { member: { type } }: Place,
  shapes: ReadonlyMap<string, Shape>,
): Style | undefined {
  const [token, other] = input.filter(({ name }) => /^(?:after|before|since|from_?id)$/i.test(name));
  const [, noun = ''] = /\b(\w+)(?: |_)ids?\b/i.exec(token?.description ?? '') ?? [];
  if (!token || other || noun === '' || type.kind !== 'list') return undefined;
  const key = keyAmong(membersOf(type.element, shapes), noun.toLowerCase(), shapes);
  return key === undefined ? undefined : { style: 'key', inputToken: token.name, outputToken: key };
}

/** `user_id` or `user.id` of what has a user, else its own `id`. */
function keyAmong(
  members: readonly Member[],
  noun: string,
  shapes: ReadonlyMap<string, Shape>,
): string | undefined {
  const own = members.find(({ name }) => plain(name) === `${noun}id`);
  if (own) return own.name;
  const whose = members.find(({ name }) => plain(name) === noun);
  const isKeyed = whose && membersOf(whose.type, shapes).some(({ name }) => name === 'id');
  return isKeyed ? `${whose.name}.id` : members.find(({ name }) => name === 'id')?.name;
}
