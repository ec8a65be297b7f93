import { type Fields, isFields, membersOf, type NamedMember, resolve } from '../schema/members.js';
import type { Schema, SchemaReference, StructureSchema } from '../schema/schema.js';

/** Whether JSON is, as it stands, the value that it stands for. */
type Check = (json: unknown) => boolean;

/** Tables are read once, however often they are used. */
const checks = /* @__PURE__ */ new WeakMap<object, Check>();

/**
 * Whether the strict reader would give some members of a JSON object as they stand: all of them known, under the names
 * that they have in the language, with nothing to convert, to leave out or to refuse. Most requests are such, and this
 * is much faster than to copy them. A `false` means nothing but that they have to be read.
 */
export function isAsIs(members: readonly NamedMember[], json: Fields): boolean {
  const known = checks.get(members);
  if (known) return known(json);
  const check = needsReading(members, new Set()) ? () => false : membersCheck(members, false);
  checks.set(members, check);
  return check(json);
}

/**
 * Whether something in a schema always has to be converted. Where it has, nothing around it is looked at twice: JSON
 * that is nested deeply could otherwise be made to cost the square of its depth.
 */
function needsReading(members: readonly NamedMember[], seen: Set<StructureSchema>): boolean {
  return members.some(
    ([name, { wire = name, schema }]) => wire !== name || name in {} || isConverted(schema, seen),
  );
}

function isConverted(reference: SchemaReference, seen: Set<StructureSchema>): boolean {
  const schema = resolve(reference);
  if (typeof schema === 'string') return schema === 'blob' || schema === 'timestamp' || schema === 'file';
  if (schema.kind === 'timestamp' || schema.kind === 'oneOf') return true;
  if (schema.kind === 'list') return isConverted(schema.element, seen);
  if (schema.kind === 'map') return isConverted(schema.value, seen);
  if (seen.has(schema)) return false;
  seen.add(schema);
  return needsReading(membersOf(schema), seen);
}

function checkOf(reference: SchemaReference): Check {
  const schema = resolve(reference);
  if (typeof schema === 'string') return scalarChecks[schema];
  const known = checks.get(schema);
  if (known) return known;
  const check = groupCheck(schema);
  checks.set(schema, check);
  return check;
}

const never: Check = () => false;
const isNumber: Check = (json) => typeof json === 'number';
const isWhole: Check = (json) => Number.isInteger(json);

const scalarChecks: { readonly [kind in Extract<Schema, string>]: Check } = {
  string: (json) => typeof json === 'string',
  boolean: (json) => typeof json === 'boolean',
  integer: isWhole,
  long: isWhole,
  float: isNumber,
  double: isNumber,
  document: (json) => json !== null,
  blob: never,
  file: never,
  timestamp: never,
};

function groupCheck(schema: Exclude<Schema, string>): Check {
  switch (schema.kind) {
    case 'timestamp':
    case 'oneOf':
      return never;
    case 'list':
      return listCheck(schema.element);
    case 'map':
      return mapCheck(schema.value);
    case 'structure':
    case 'union':
      return structureCheck(schema);
  }
}

function listCheck(element: SchemaReference): Check {
  const check = checkOf(element);
  return (json) => {
    if (!Array.isArray(json)) return false;
    for (let at = 0; at < json.length; at += 1) if (!check(json[at])) return false;
    return true;
  };
}

function mapCheck(value: SchemaReference): Check {
  const check = checkOf(value);
  return (json) => {
    if (!isFields(json)) return false;
    for (const key in json) if (!check(json[key])) return false;
    return true;
  };
}

/** Structures can hold themselves: their members are looked at when the first is checked. */
function structureCheck(schema: StructureSchema): Check {
  let check: Check | undefined;
  return (json) => (check ??= membersCheck(membersOf(schema), schema.kind === 'union'))(json);
}

const orNull = (check: Check, nullable: boolean | undefined): Check =>
  nullable ? (json) => json === null || check(json) : check;

/** Members mostly come in the order of the schema: the next one is tried before it is looked up. */
function membersCheck(members: readonly NamedMember[], isUnion: boolean): Check {
  const names = members.map(([name]) => name);
  const places = new Map(names.map((name, place) => [name, place]));
  const memberChecks = members.map(([, { schema, nullable }]) => orNull(checkOf(schema), nullable));
  return (json) => {
    if (!isFields(json)) return false;
    let count = 0;
    let next = 0;
    for (const key in json) {
      const place = names[next] === key ? next : (places.get(key) ?? -1);
      if (!memberChecks[place]?.(json[key])) return false;
      next = place + 1;
      count += 1;
    }
    return !isUnion || count === 1;
  };
}
