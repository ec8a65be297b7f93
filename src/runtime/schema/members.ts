import type { MemberSchema, Schema, SchemaReference, StructureSchema } from './schema.js';

export type Fields = { [name: string]: unknown };

/** The schema behind a reference. */
export function resolve(reference: SchemaReference): Schema {
  return typeof reference === 'function' ? reference() : reference;
}

/** What the elements of a list are; `undefined` for other schemas. */
export function elementOf(reference: SchemaReference): SchemaReference | undefined {
  const schema = resolve(reference);
  return typeof schema === 'object' && schema.kind === 'list' ? schema.element : undefined;
}

/** A member by its name in the language. */
export type NamedMember = readonly [name: string, member: MemberSchema];

/** The members of a structure: all of them, and by where they travel. */
export type Places = {
  readonly [place in NonNullable<MemberSchema['at']> | 'body' | 'all']: readonly NamedMember[];
};

/** Tables are read once, however often they are used. */
const known = /* @__PURE__ */ new WeakMap<StructureSchema, Places>();

/** The members of a structure by where they travel, for protocols that use more of a message than its body. */
export function placesOf(structure: StructureSchema): Places {
  let places = known.get(structure);
  if (!places) {
    const all = Object.entries(structure.members).map(([name, entry]) => [name, memberOf(entry)] as const);
    const at = (place: MemberSchema['at']): NamedMember[] => all.filter(([, member]) => member.at === place);
    places = {
      all,
      label: at('label'),
      query: at('query'),
      header: at('header'),
      prefixHeaders: at('prefixHeaders'),
      cookie: at('cookie'),
      payload: at('payload'),
      status: at('status'),
      body: at(undefined),
    };
    known.set(structure, places);
  }
  return places;
}

/** The members of a structure, each as a `MemberSchema`. */
export function membersOf(structure: StructureSchema): readonly NamedMember[] {
  return placesOf(structure).all;
}

function memberOf(entry: SchemaReference | MemberSchema): MemberSchema {
  return typeof entry === 'object' && 'schema' in entry ? entry : { schema: entry };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** A member of an object; `undefined` for `null`, for nothing, and for what every object inherits. */
export function own(value: unknown, name: string): unknown {
  if (!isFields(value)) return undefined;
  const item = value[name] ?? undefined;
  const inherited = typeof item === 'function' || (name === '__proto__' && !Object.hasOwn(value, name));
  return inherited ? undefined : item;
}

/** Sets a property, also where its name is `__proto__`. */
export function put(target: Fields, name: string, value: unknown): void {
  if (name !== '__proto__') target[name] = value;
  else Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
