import { elementOf, type Fields, placesOf, put, resolve } from '../schema/members.js';
import type { MemberSchema, StructureSchema } from '../schema/schema.js';
import { fromText } from './scalars.js';

/**
 * Reads the members that travel in the query. Throws a `SyntaxError` where a value does not fit its schema.
 * @param isApart true for parameters that are no input, such as those of a signature.
 */
export function readQuery(
  structure: StructureSchema,
  url: string,
  result: Fields,
  isApart: (name: string, names: ReadonlySet<string>) => boolean = () => false,
): void {
  const members = placesOf(structure).query;
  if (members.length === 0) return;
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  for (const [name, member] of members) {
    const value = readParameter(name, member, query, isApart);
    if (value !== undefined) put(result, name, value);
  }
}

function readParameter(
  name: string,
  member: MemberSchema,
  query: URLSearchParams,
  isApart: (name: string, names: ReadonlySet<string>) => boolean,
): unknown {
  const schema = resolve(member.schema);
  if (typeof schema === 'object' && schema.kind === 'map') {
    return readParameters(schema.value, query, isApart);
  }
  const texts = query.getAll(member.wire ?? name);
  const [text] = texts;
  if (text === undefined) return undefined;
  const element = elementOf(schema);
  return element ? texts.map((item) => fromText(element, item)) : fromText(schema, text);
}

/** All parameters as one map, without those that are no input: of texts, or of lists of texts. */
function readParameters(
  value: MemberSchema['schema'],
  query: URLSearchParams,
  isApart: (name: string, names: ReadonlySet<string>) => boolean,
): Fields {
  const lists = elementOf(value) !== undefined;
  const keys = new Set(query.keys());
  const map: Fields = {};
  for (const key of keys) {
    if (!isApart(key, keys)) put(map, key, lists ? query.getAll(key) : query.get(key));
  }
  return map;
}
