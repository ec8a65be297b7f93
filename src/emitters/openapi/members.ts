import type { Member } from '../../ir/model.js';
import { isRequired, type SchemaContext } from '../json-schema/types.js';
import { memberSchema } from './context.js';
import { documented, type Json } from './json.js';

/** The schema of a JSON object with these members of the owner at a fact, such as `CreateUser.input`. */
export function objectSchema(members: readonly Member[], owner: string, context: SchemaContext): Json {
  const distinct = firstOfEach(members, ({ wireName }) => wireName);
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
export const property = (member: Member, owner: string, context: SchemaContext): Json => ({
  ...memberSchema(member, owner, context),
  ...(member.default && { default: member.default.value }),
  ...aboutMember(member, member.wireName),
});

/** What holds of a member wherever it travels; `shownAs` is what the document calls it. */
export const aboutMember = (member: Member, shownAs: string): Json => ({
  ...(member.name !== shownAs && { 'x-member': member.name }),
  ...(member.idempotencyToken?.value && { 'x-idempotency-token': true }),
  ...documented(member),
});

/** Without those whose key an earlier one has: pages that describe two members of one name are reported elsewhere. */
export function firstOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    return !seen.has(key) && seen.add(key);
  });
}

export const at = (members: readonly Member[], location: Member['location']['value']): readonly Member[] =>
  members.filter((member) => member.location.value === location);
