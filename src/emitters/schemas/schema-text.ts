import { foldType } from '../../model/walk.js';
import { propertyKey, stringLiteral } from '../../render/literals.js';
import { objectMembers } from '../../render/reserved.js';
import type { Member } from '../../model/model.js';
import type { Type } from '../../model/types.js';
import type { Naming } from '../naming.js';

/** How a table refers to the table of a shape: by its name, or by a function where that is declared later. */
export type ShapeReference = (name: string) => string;

/** The schema of a value as the runtime declares it. */
export function schemaText(type: Type, reference: ShapeReference): string {
  return foldType<string>(type, {
    scalar: ({ kind }) => stringLiteral(kind === 'unknown' ? 'document' : kind),
    timestamp: ({ format }) =>
      format ? `{ kind: 'timestamp', format: ${stringLiteral(format.value)} }` : `'timestamp'`,
    list: (_, element) => `{ kind: 'list', element: ${element} }`,
    map: (_map, _key, value) => `{ kind: 'map', value: ${value} }`,
    reference: ({ target }) => reference(target),
    oneOf: (_, variants) => `{ kind: 'oneOf', variants: [${variants.join(', ')}] }`,
  });
}

/** A line of a structure's table; what is the default is left out. */
export function memberText(member: Member, naming: Naming, reference: ShapeReference): string {
  const key = naming.key(member);
  const schema = schemaText(member.type, reference);
  const details = [
    ...(member.wireName === key ? [] : [`wire: ${stringLiteral(member.wireName)}`]),
    ...(member.location.value === 'body' ? [] : [`at: ${stringLiteral(member.location.value)}`]),
    ...(member.idempotencyToken?.value ? ['idempotencyToken: true'] : []),
  ];
  const entry = `{ ${[`schema: ${schema}`, ...details].join(', ')} }`;
  // TypeScript takes the type of what every object has for what is expected here, and would widen the literals.
  if (objectMembers.has(key)) return `${propertyKey(key)}: ${entry} as const`;
  return `${propertyKey(key)}: ${details.length > 0 ? entry : schema}`;
}

/** The table of a structure or union. */
export function structureText(
  kind: 'structure' | 'union',
  members: readonly Member[],
  naming: Naming,
  reference: ShapeReference,
): string {
  const lines = members.map((member) => `${memberText(member, naming, reference)},`);
  return `{ kind: ${stringLiteral(kind)}, members: {${lines.length > 0 ? `\n${lines.join('\n')}\n` : ''}} }`;
}
