import type { SourceRange } from '../../../../diagnostics/position.js';
import type { MemberFragment } from '../../../../model/fragments.js';
import type { Type } from '../../../../model/types.js';
import { hasDataKeys, membersOfExample, merged, typeOfExample } from './example-types.js';
import type { ExampleValue } from './json-example.js';
import { innerName, listOf } from './member-types.js';
import { leftOut, namedAnswer } from './named-answers.js';
import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { united, type FoundExample } from './response-examples.js';
import { typeOfNamesake, typeOfShown } from './shown-objects.js';
import { returnedType, type ReturnedType } from './returned-type.js';

/** What a response holds, as a list, a sentence or an example says. */
export interface Body {
  readonly members: readonly MemberFragment[];
  readonly mediaType?: ReturnedType['media'];
  readonly inObject?: true;
}

/** An object that words name; an example of another kind is believed before it. */
export function fromName(
  site: OperationSite,
  examples: readonly FoundExample[],
  owner: string,
  page: PageContext,
): Body | undefined {
  const said = namedAnswer(site, page);
  const [example] = examples;
  if (!said || (example && (example.value.kind === 'list') !== said.many)) return undefined;
  const value = example && (said.many ? merged(listedIn(examples)) : united(examples));
  if (example && value?.kind !== 'object') return undefined;
  const shownSite = {
    page,
    owner: innerName(owner, said.found.definition.name),
    place: 'type' as const,
    block: example?.block ?? { kind: 'rule' as const, source: said.source },
    offset: example?.offset ?? 0,
  };
  const type = typeOfShown({ ...said, leftOut: leftOut(site) }, value, shownSite, said.source);
  return { members: [payload(said.many ? listOf(type, said.source, 'inferred') : type, said.source)] };
}

const listedIn = (examples: readonly FoundExample[]): readonly ExampleValue[] =>
  examples.flatMap(({ value }) => (value.kind === 'list' ? value.items : []));

/** Several examples of one kind are one. */
export function fromExamples(
  examples: readonly FoundExample[],
  owner: string,
  page: PageContext,
): Body | undefined {
  const [first] = examples;
  if (!first) return undefined;
  const site = {
    page,
    owner: `${owner}Response`,
    place: 'body' as const,
    block: first.block,
    offset: first.offset,
    named: typeOfNamesake,
  };
  const object = united(examples);
  if (object && !hasDataKeys(object)) return { members: membersOfExample(object, site) };
  const inner = { ...site, owner: `${owner}ResponseItem` };
  const lists = listedIn(examples);
  const value: ExampleValue = first.value.kind === 'list' ? { ...first.value, items: lists } : first.value;
  return { members: [payload(typeOfExample(value, inner, first.block.source), first.block.source)] };
}

/** `A collection of users, and one of these properties:`, where an example shows the list that is meant. */
export function collection(
  site: OperationSite,
  examples: readonly FoundExample[],
  owner: string,
  page: PageContext,
): Body | undefined {
  const said = fromSentence(site, page);
  const body = inEnvelope(said, examples, owner, page);
  return body === said ? undefined : body;
}

export function fromSentence(site: OperationSite, page: PageContext): Body | undefined {
  const found = returnedType(site, page);
  if (!found) return undefined;
  const inside = found.key === undefined ? {} : { name: found.key, place: 'body' as const };
  return {
    members: [{ ...payload(found.type, found.type.source), ...inside }],
    ...(found.media && { mediaType: found.media }),
    ...(found.inObject && { inObject: true as const }),
  };
}

/** A list of which the example shows that it stands in an object: `{ "items": [ … ], "next": … }`. */
export function inEnvelope(
  body: Body | undefined,
  examples: readonly FoundExample[],
  owner: string,
  page: PageContext,
): Body | undefined {
  const [only] = body?.members ?? [];
  const [example] = examples;
  if (only?.type?.kind !== 'list' || example?.value.kind !== 'object')
    return body?.inObject ? undefined : body;
  const lists = example.value.members.filter(
    ({ value }) => value.kind === 'list' && value.items.every(({ kind }) => kind === 'object'),
  );
  const [list, ...others] = lists;
  if (!list || others.length > 0) return body?.inObject ? undefined : body;
  const shown = fromExamples(
    examples.map((one) => ({ ...one, value: withoutItems(one.value, list.name) })),
    owner,
    page,
  );
  return {
    members: (shown?.members ?? []).map((member) =>
      member.name === list.name ? { ...member, ...(only.type && { type: only.type }) } : member,
    ),
  };
}

/** The items of a list whose type is known need none of their own. */
const withoutItems = (value: ExampleValue, name: string): ExampleValue =>
  value.kind === 'object'
    ? {
        ...value,
        members: value.members.map((member) =>
          member.name === name && member.value.kind === 'list'
            ? { ...member, value: { ...member.value, items: [] } }
            : member,
        ),
      }
    : value;

const payload = (type: Type, source: SourceRange): MemberFragment => ({
  name: 'body',
  place: 'payload',
  type,
  source,
  known: type.known,
});
