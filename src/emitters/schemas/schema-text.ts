import { foldType } from '../../model/walk.js';
import { numberLiteral, propertyKey, stringLiteral } from '../../render/literals.js';
import { objectMembers } from '../../render/reserved.js';
import type { PartBinding, PartPlace } from '../../ecosystems/protocol.js';
import type { Member, Shape } from '../../model/model.js';
import type { OneOfType, Type } from '../../model/types.js';
import type { Naming } from '../naming.js';

/** What a table is printed with. */
export interface SchemaContext {
  readonly naming: Naming;
  /** How a table refers to the table of a shape: by its name, or by a function where that is declared later. */
  reference(name: string): string;
  shape(name: string): Shape | undefined;
}

/** The schema of a value as the runtime declares it. That a member itself may be null is said at the member. */
export function schemaText(type: Type, context: SchemaContext): string {
  return foldType<string>(type, {
    scalar: ({ kind }) => stringLiteral(kind === 'unknown' ? 'document' : kind),
    timestamp: ({ format }) =>
      format ? `{ kind: 'timestamp', format: ${stringLiteral(format.value)} }` : `'timestamp'`,
    list: (list, element) => `{ kind: 'list', element: ${element}${sparse(list.element)} }`,
    map: (map, _key, value) => `{ kind: 'map', value: ${value}${sparse(map.value)} }`,
    reference: ({ target }) => context.reference(target),
    oneOf: (oneOf, variants) =>
      `{ kind: 'oneOf', variants: [${variants.join(', ')}]${discriminatorText(oneOf, context)} }`,
  });
}

/** Nulls among elements are kept where they mean something. */
const sparse = ({ nullable }: Type): string => (nullable ? ', sparse: true' : '');

/** Which value stands for which variant, where the shapes say so; the form of the value tells otherwise. */
function discriminatorText({ discriminator, variants }: OneOfType, context: SchemaContext): string {
  if (!discriminator) return '';
  const members = variants.map((variant) => memberOf(variant, discriminator.value, context));
  const entries = members.flatMap((member, at) =>
    valuesOf(member).map((value) => `${propertyKey(String(value))}: ${numberLiteral(at)}`),
  );
  const [first] = members.flatMap((member) => member ?? []);
  if (!first || entries.length === 0) return '';
  const name = context.naming.key(first);
  const wire = first.wireName === name ? '' : ` wire: ${stringLiteral(first.wireName)},`;
  return `, discriminator: { name: ${stringLiteral(name)},${wire} of: { ${entries.join(', ')} } }`;
}

const memberOf = (variant: Type, name: string, { shape }: SchemaContext): Member | undefined =>
  variant.kind === 'reference'
    ? shape(variant.target)?.members.find((member) => member.name === name || member.wireName === name)
    : undefined;

const valuesOf = (member: Member | undefined): readonly (string | number)[] =>
  member?.type.constraints.flatMap((one) => (one.kind === 'values' ? one.values : [])) ?? [];

/** Where the runtime finds the members of each place; those without one are in the body. */
const places: Readonly<Record<PartPlace, string | undefined>> = {
  path: 'label',
  query: 'query',
  header: 'header',
  prefixHeaders: 'prefixHeaders',
  cookie: 'cookie',
  payload: 'payload',
  status: 'status',
  body: undefined,
  form: undefined,
  multipart: undefined,
};

/** A line of a structure's table; what is the default is left out. */
function partText(part: PartBinding, mediaType: string | undefined, context: SchemaContext): string {
  const { member, name: wire, style } = part;
  const key = context.naming.key(member);
  const schema = schemaText(member.type, context);
  const place = places[part.in];
  const details = [
    ...(wire === key ? [] : [`wire: ${stringLiteral(wire)}`]),
    ...(place === undefined ? [] : [`at: ${stringLiteral(place)}`]),
    ...(style === undefined ? [] : [`style: ${stringLiteral(style)}`]),
    ...(member.type.nullable ? ['nullable: true'] : []),
    ...(mediaType !== undefined && part.in === 'payload' ? [`mediaType: ${stringLiteral(mediaType)}`] : []),
    ...(member.idempotencyToken?.value ? ['idempotencyToken: true'] : []),
  ];
  const entry = `{ ${[`schema: ${schema}`, ...details].join(', ')} }`;
  // TypeScript takes the type of what every object has for what is expected here, and would widen the literals.
  if (objectMembers.has(key)) return `${propertyKey(key)}: ${entry} as const`;
  return `${propertyKey(key)}: ${details.length > 0 ? entry : schema}`;
}

/**
 * The table of a message, or of a structure or union whose members are in a body.
 * @param mediaType of the payload, where it is not the protocol's own.
 */
export function structureText(
  kind: 'structure' | 'union',
  parts: readonly PartBinding[],
  context: SchemaContext,
  mediaType?: string,
): string {
  const lines = parts.map((part) => `${partText(part, mediaType, context)},`);
  return `{ kind: ${stringLiteral(kind)}, members: {${lines.length > 0 ? `\n${lines.join('\n')}\n` : ''}} }`;
}

/** Members that no operation binds: those of shapes, and of errors, whose headers are headers everywhere. */
export const unboundParts = (members: readonly Member[]): readonly PartBinding[] =>
  members.map((member) => ({
    member,
    in: member.location.value === 'header' ? 'header' : 'body',
    name: member.wireName,
    ...(member.style && { style: member.style.value }),
  }));
