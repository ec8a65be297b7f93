import { elementOf, type Fields, placesOf, put, resolve } from '../schema/members.js';
import type { MemberSchema, StructureSchema } from '../schema/schema.js';
import { fromText } from './scalars.js';

/** Reads the members that travel in the query. Throws a `SyntaxError` where a value does not fit its schema. */
export function readQuery(structure: StructureSchema, url: string, result: Fields): void {
  const members = placesOf(structure).query;
  if (members.length === 0) return;
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  for (const [name, member] of members) {
    const value = readParameter(name, member, query);
    if (value !== undefined) put(result, name, value);
  }
}

function readParameter(name: string, member: MemberSchema, query: URLSearchParams): unknown {
  const schema = resolve(member.schema);
  if (typeof schema === 'object' && schema.kind === 'map') return readParameters(schema.value, query);
  const texts = query.getAll(member.wire ?? name);
  const [text] = texts;
  if (text === undefined) return undefined;
  const element = elementOf(schema);
  return element ? texts.map((item) => fromText(element, item)) : fromText(schema, text);
}

/** What a presigned URL always has, and what it may have beside that. */
const signature = ['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature'];
const besideSignature = ['Security-Token', 'Content-Sha256'];

/** All parameters as one map, without those of a presigned URL: of texts, or of lists of texts. */
function readParameters(value: MemberSchema['schema'], query: URLSearchParams): Fields {
  const lists = elementOf(value) !== undefined;
  const keys = new Set(query.keys());
  if (signature.every((name) => keys.has(`X-Amz-${name}`))) {
    for (const name of [...signature, ...besideSignature]) keys.delete(`X-Amz-${name}`);
  }
  const map: Fields = {};
  for (const key of keys) put(map, key, lists ? query.getAll(key) : query.get(key));
  return map;
}
