import type { MemberSchema, Schema, SchemaReference, StructureSchema } from './schema.js';

export type Fields = { [name: string]: unknown };

/** The schema behind a reference. */
export function resolve(reference: SchemaReference): Schema {
  return typeof reference === 'function' ? reference() : reference;
}

/** The members of a structure by name, each as a `MemberSchema`. */
export function membersOf(structure: StructureSchema): [string, MemberSchema][] {
  return Object.entries(structure.members).map(([name, entry]) => [name, memberOf(entry)]);
}

function memberOf(entry: SchemaReference | MemberSchema): MemberSchema {
  return typeof entry === 'object' && 'schema' in entry ? entry : { schema: entry };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value of the object itself; `undefined` for `null`, for nothing, and for what it only inherits. */
export function own(value: unknown, name: string): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? (value[name] ?? undefined) : undefined;
}

/** Sets a property, also where its name is `__proto__`. */
export function put(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
