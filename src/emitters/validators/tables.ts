import type { Member } from '../../model/model.js';
import type { Type } from '../../model/types.js';
import { foldType } from '../../model/walk.js';
import { propertyKey } from '../../render/literals.js';
import type { Naming } from '../naming.js';

/** What of the runtime's `Nested` a shape is, by the shape's name; undefined where no page describes it. */
export type Tables = (shape: string) => string | undefined;

/** The expression of a `MemberTable` of the runtime: what members a structure knows and where further ones lie. */
export function tableOf(members: readonly Member[], tables: Tables, naming: Naming): string {
  const entries = members.map((member) => {
    const key = naming.key(member);
    const nested = nestedOf(member.type, tables) ?? 'true';
    const widens = isInherited(key) && !nested.startsWith('()');
    return `${propertyKey(key)}: ${nested}${widens ? ' as const' : ''}`;
  });
  return `{ ${entries.join(', ')} }`;
}

/** TypeScript takes the type of such a property from `Object`, not from the table, and would widen its value. */
const isInherited = (key: string): boolean => key in Object.prototype;

/** Undefined where no structure lies in the type. */
export function nestedOf(type: Type, tables: Tables): string | undefined {
  return foldType<string | undefined>(type, {
    scalar: () => undefined,
    timestamp: () => undefined,
    list: (_, element) => element && `[${element}]`,
    oneOf: (_, variants) => nestedOfAny(variants.flatMap((nested) => nested ?? [])),
    map: (_, __, value) => value && `[${value}]`,
    reference: ({ target }) => tables(target),
  });
}

/** Of one of several structures, the members of all of them; where others are nested as well, nothing is known. */
function nestedOfAny(variants: readonly string[]): string | undefined {
  const distinct = [...new Set(variants)];
  if (distinct.length < 2) return distinct[0];
  const tables = distinct.flatMap((nested) => /^\(\) => (\w.*)$/u.exec(nested)?.[1] ?? []);
  if (tables.length < distinct.length) return undefined;
  return `() => ({ ${tables.map((table) => `...${table}`).join(', ')} })`;
}
