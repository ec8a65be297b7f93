import { distinctBy } from '../../base/group-by.js';
import type { JsonValue, Member } from '../../model/model.js';
import { isRequired, type JsonSchema, type SchemaContext, schemaOf } from '../json-schema/types.js';
import type { MessageBinding, PartBinding, PartPlace } from '../../ecosystems/protocol.js';
import { documented, type Json, unlessEmpty } from './json.js';

/** The schema of a JSON object with these members of the owner at a fact, such as `CreateUser.input`. */
export function objectSchema(members: readonly Member[], owner: string, context: SchemaContext): Json {
  const distinct = distinctBy(members, ({ wireName }) => wireName);
  const required = distinct.filter((member) => isRequired(member, owner, context));
  return {
    type: 'object',
    ...(distinct.length > 0 && {
      properties: Object.fromEntries(
        distinct.map((member) => [member.wireName, property(member, owner, context)]),
      ),
    }),
    ...(required.length > 0 && { required: required.map(({ wireName }) => wireName) }),
  };
}

/** A member of a JSON object: its schema, and what the pages say about it. */
export function property(member: Member, owner: string, context: SchemaContext): Json {
  const keywords = {
    ...(member.readOnly?.value && { readOnly: true }),
    ...(member.writeOnly?.value && { writeOnly: true }),
    ...(member.deprecated && { deprecated: true }),
  };
  const schema = schemaWithDefault(member, owner, context);
  const isBeside = schema['$ref'] !== undefined && Object.keys(keywords).length > 0;
  const own = context.style.wrapsReferences && isBeside ? { allOf: [schema] } : schema;
  return { ...own, ...keywords, ...aboutMember(member, member.wireName) };
}

/** The schema of a member and its default; one that the schema does not allow would be an error to generators. */
export function schemaWithDefault(member: Member, owner: string, context: SchemaContext): Json {
  const schema: Json = memberSchema(member, owner, context);
  if (!member.default) return schema;
  const { value } = member.default;
  return { ...schema, [isAllowed(value, schema) ? 'default' : 'x-default']: value };
}

function isAllowed(value: JsonValue, { type, enum: values, $ref: reference }: Json): boolean {
  if (Array.isArray(values) && !values.includes(value)) return false;
  if (reference !== undefined) return false;
  if (type === undefined) return true;
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return types.includes(jsonType(value)) || (types.includes('number') && typeof value === 'number');
}

function jsonType(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** What holds of a member wherever it travels; `shownAs` is what the document calls it. */
export const aboutMember = (member: Member, shownAs: string): Json => ({
  ...(member.name !== shownAs && { 'x-member': member.name }),
  ...(member.idempotencyToken?.value && { 'x-idempotency-token': true }),
  ...unlessEmpty('x-aliases', member.aliases ?? []),
  ...documented(member),
});

/** The parts of a message at some places. */
export const at = (parts: readonly PartBinding[], ...places: readonly PartPlace[]): readonly PartBinding[] =>
  parts.filter((part) => places.includes(part.in));

/** The members that are part of an object in the body, as they are called there. */
export const bodyMembers = ({ parts }: MessageBinding): readonly Member[] =>
  at(parts, 'body', 'form', 'multipart').map(memberOf);

/** The member of a part, called as it is where it travels. */
export const memberOf = ({ member, name }: PartBinding): Member =>
  member.wireName === name ? member : { ...member, wireName: name };

/** The schema of a member of the owner at a fact, such as `CreateUser.input`. */
export const memberSchema = (member: Member, owner: string, context: SchemaContext): JsonSchema =>
  schemaOf(member.type, `${owner}.${member.name}`, context);
