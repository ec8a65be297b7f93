import { type Fields, isFields, membersOf, own, resolve } from '../schema/members.js';
import type { OneOfSchema, Schema, SchemaReference, StructureSchema } from '../schema/schema.js';
import { isTimestamp, readTimestamp } from './scalars.js';

/** Whether values are as they travel in JSON, or as the language has them. */
type Form = 'json' | 'value';

/**
 * The variant that a value is of: the one that its discriminator names, or the first of those that fit best. An object
 * fits the better, the fewer of its members are unknown. Undefined where the value fits none.
 */
export function variantOf(schema: OneOfSchema, value: unknown, form: Form): SchemaReference | undefined {
  const named = namedVariant(schema, value, form);
  if (named) return named;
  const misfits = schema.variants.map((variant) => misfitOf(resolve(variant), value, form));
  const least = Math.min(...misfits);
  return least === Infinity ? undefined : schema.variants[misfits.indexOf(least)];
}

function namedVariant(
  { discriminator, variants }: OneOfSchema,
  value: unknown,
  form: Form,
): SchemaReference | undefined {
  if (!discriminator) return undefined;
  const { name, wire = name, of } = discriminator;
  const key = String(own(value, form === 'json' ? wire : name));
  return Object.hasOwn(of, key) ? variants[of[key] ?? -1] : undefined;
}

/** 0 where the value fits, more the more of it is unknown, `Infinity` where it does not fit at all. */
function misfitOf(schema: Schema, value: unknown, form: Form): number {
  if (typeof schema === 'object' && schema.kind === 'oneOf') {
    return Math.min(...schema.variants.map((variant) => misfitOf(resolve(variant), value, form)));
  }
  if (!isOfKind(schema, value, form)) return Infinity;
  if (typeof schema !== 'object') return schema === 'document' ? 0.5 : 0;
  if (schema.kind === 'list') return elementsMisfit(schema.element, value, form);
  return schema.kind === 'structure' || schema.kind === 'union' ? membersMisfit(schema, value, form) : 0;
}

/** Elements are of one kind: the first tells which. */
function elementsMisfit(element: SchemaReference, value: unknown, form: Form): number {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return first === undefined || first === null || isOfKind(resolve(element), first, form) ? 0 : Infinity;
}

/** Looks at names and kinds of members only: a look into each would cost the square of the depth. */
function membersMisfit(schema: StructureSchema, value: unknown, form: Form): number {
  const fields: Fields = isFields(value) ? value : {};
  const known = new Map(
    membersOf(schema).map(([name, { wire = name, schema: of }]) => [form === 'json' ? wire : name, of]),
  );
  let misfit = 0;
  for (const key of Object.keys(fields)) {
    const member = known.get(key);
    const item = fields[key] ?? undefined;
    if (!member) misfit += 1;
    else if (item !== undefined && !isOfKind(resolve(member), item, form)) misfit += 2;
  }
  return misfit;
}

function isOfKind(schema: Schema, value: unknown, form: Form): boolean {
  if (isTimestamp(schema)) return form === 'json' ? isTime(value) : value instanceof Date;
  if (typeof schema === 'object') return isGroup(schema.kind, value);
  switch (schema) {
    case 'string':
    case 'boolean':
      return typeof value === schema;
    case 'integer':
    case 'long':
      return Number.isInteger(value);
    case 'float':
    case 'double':
      return typeof value === 'number';
    case 'blob':
      return form === 'json' ? typeof value === 'string' : value instanceof Uint8Array;
    case 'file':
      return value instanceof Blob;
    default:
      return true;
  }
}

function isGroup(kind: Exclude<Schema, string>['kind'], value: unknown): boolean {
  if (kind === 'oneOf') return true;
  return kind === 'list' ? Array.isArray(value) : isFields(value) && !isScalarObject(value);
}

/** Objects of the language that stand for one value. */
const isScalarObject = (value: object): boolean =>
  value instanceof Date || value instanceof Uint8Array || value instanceof Blob;

function isTime(json: unknown): boolean {
  if (typeof json === 'number') return true;
  if (typeof json !== 'string') return false;
  try {
    return !Number.isNaN(readTimestamp(json).getTime());
  } catch {
    return false;
  }
}
