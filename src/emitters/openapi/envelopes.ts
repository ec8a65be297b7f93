import type { Envelope, MessageBinding, Selector } from '../../ecosystems/protocol.js';
import { isRequired, type SchemaContext } from '../json-schema/types.js';
import type { Json } from './json.js';
import { bodyMembers, property } from './member-schemas.js';

/** The schema of a whole body, given that of what the message says. */
export function enveloped(said: Json, envelope: Envelope | undefined, selector?: Selector): Json {
  if (!envelope) return said;
  const { fixed, others, content } = envelope;
  const properties = Object.fromEntries([
    ...Object.entries(fixed).map(([name, value]) => [name, { const: value }] as const),
    ...(selector?.in === 'body' ? [[selector.name, { const: selector.value }] as const] : []),
    [content, said] as const,
    ...others.map((name) => [name, {}] as const),
  ]);
  return { type: 'object', properties, required: Object.keys(properties) };
}

/** Members that travel as a list: the last ones may be left out where nobody needs them. */
export function positionalSchema(message: MessageBinding, owner: string, context: SchemaContext): Json {
  const members = bodyMembers(message);
  const least = members.findLastIndex((member) => isRequired(member, owner, context)) + 1;
  const items = members.map((member) => ({ title: member.wireName, ...property(member, owner, context) }));
  return {
    type: 'array',
    ...(items.length > 0 && { prefixItems: items }),
    ...(least > 0 && { minItems: least }),
    maxItems: items.length,
  };
}
