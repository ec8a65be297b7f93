import { reading } from './json.js';
import {
  type Fields,
  isFields,
  isSet,
  membersOf,
  type NamedMember,
  own,
  put,
  resolve,
} from '../schema/members.js';
import type {
  ListSchema,
  MapSchema,
  OneOfSchema,
  Schema,
  SchemaReference,
  StructureSchema,
} from '../schema/schema.js';
import { variantOf } from './one-of.js';

/** Gives the value that JSON stands for. Throws a `SyntaxError` that says what was found where it does not fit. */
export type Read = (json: unknown) => unknown;

/** A member, and how it is read. */
interface PlannedMember {
  readonly name: string;
  readonly wire: string;
  readonly read: Read;
  /** Null is a value of it. */
  readonly nullable: boolean;
  /** Every object has something under one of its names. */
  readonly inherited: boolean;
}

/** Tables are read once, however often they are used. */
const readers = /* @__PURE__ */ new WeakMap<object, Read>();
const plans = /* @__PURE__ */ new WeakMap<readonly NamedMember[], readonly PlannedMember[]>();

/**
 * Reads out of JSON, taking nothing that the schema does not say: no number for a text, no null in a list, no union with
 * two members. Unknown members are left out, as are members that are null where null is no value of theirs.
 *
 * Readers are made once for each table. To convert with `json.ts`, which looks at the schema of each value again, costs a
 * server a tenth of its requests.
 */
export function strictReader(reference: SchemaReference): Read {
  const schema = resolve(reference);
  if (typeof schema === 'string') return scalarReader(schema, schema);
  const known = readers.get(schema);
  if (known) return known;
  const read = schema.kind === 'timestamp' ? scalarReader('timestamp', schema) : groupReader(schema);
  readers.set(schema, read);
  return read;
}

/** Reads some members of a JSON object, beside those that were read elsewhere. */
export function readBodyMembers(members: readonly NamedMember[], json: Fields, result: Fields = {}): Fields {
  for (const { name, wire, read, inherited, nullable } of planOf(members)) {
    const item = inherited ? own(json, wire) : json[wire];
    if (item === null && nullable) put(result, name, null);
    if (item === undefined || item === null) continue;
    if (inherited) put(result, name, read(item));
    else result[name] = read(item);
  }
  return result;
}

function planOf(members: readonly NamedMember[]): readonly PlannedMember[] {
  let plan = plans.get(members);
  if (!plan) {
    plan = members.map(([name, { wire = name, schema, nullable = false }]) => ({
      name,
      wire,
      nullable,
      read: strictReader(schema),
      inherited: wire in {} || name in {},
    }));
    plans.set(members, plan);
  }
  return plan;
}

function scalarReader(kind: Extract<Schema, string>, schema: Schema): Read {
  const isSame = kind === 'string' || kind === 'boolean' || kind === 'integer' || kind === 'long';
  return (json) => {
    if (!fits(kind, json)) throw refusal(kind, json);
    return isSame ? json : reading.scalar(schema, json);
  };
}

function groupReader(schema: ListSchema | MapSchema | StructureSchema | OneOfSchema): Read {
  switch (schema.kind) {
    case 'oneOf':
      return oneOfReader(schema);
    case 'list':
      return listReader(schema);
    case 'map':
      return mapReader(schema);
    case 'union':
    case 'structure':
      return structureReader(schema);
  }
}

/** Structures can hold themselves: their members are looked at when the first is read. */
function structureReader(schema: StructureSchema): Read {
  const isUnion = schema.kind === 'union';
  return (json) => {
    if (!isFields(json) || (isUnion && memberCount(json) !== 1)) throw refusal(schema.kind, json);
    return readBodyMembers(membersOf(schema), json);
  };
}

function oneOfReader(schema: OneOfSchema): Read {
  return (json) => {
    const variant = variantOf(schema, json, 'json');
    if (variant === undefined) throw refusal('oneOf', json);
    return strictReader(variant)(json);
  };
}

function listReader({ element, sparse }: ListSchema): Read {
  const read = itemReader(element, sparse);
  return (json) => {
    if (!Array.isArray(json)) throw refusal('list', json);
    return json.map(read);
  };
}

function mapReader({ value, sparse }: MapSchema): Read {
  const read = itemReader(value, sparse);
  return (json) => {
    if (!isFields(json)) throw refusal('map', json);
    const map: Fields = {};
    for (const key of Object.keys(json)) put(map, key, read(json[key]));
    return map;
  };
}

/** Nulls stay where they mean something, and fit no schema elsewhere. */
function itemReader(reference: SchemaReference, sparse: boolean | undefined): Read {
  const read = strictReader(reference);
  return (json) => {
    if (isSet(json)) return read(json);
    if (!sparse) throw refusal('item', json);
    return null;
  };
}

function fits(kind: Extract<Schema, string>, json: unknown): boolean {
  switch (kind) {
    case 'document':
      return true;
    case 'string':
    case 'boolean':
      return typeof json === kind;
    case 'file':
      return false;
    case 'blob':
      return typeof json === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(json);
    case 'timestamp':
      return typeof json === 'number' || typeof json === 'string';
    case 'integer':
    case 'long':
      return Number.isInteger(json);
    case 'float':
    case 'double':
      return typeof json === 'number' || json === 'NaN' || json === 'Infinity' || json === '-Infinity';
  }
}

/** Services write `__type` into any structure; it is no member. */
function memberCount(json: Fields): number {
  return Object.keys(json).filter((name) => name !== '__type' && isSet(json[name])).length;
}

function refusal(kind: string, json: unknown): SyntaxError {
  return new SyntaxError(`${found(json)} cannot be read as ${kind}.`);
}

function found(json: unknown): string {
  if (json === null) return 'null';
  if (Array.isArray(json)) return 'A list';
  return `A value of type ${typeof json}`;
}
