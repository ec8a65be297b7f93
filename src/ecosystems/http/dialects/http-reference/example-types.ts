import type { CodeBlock, Block } from '../../../../markdown/blocks.js';
import type { SourceRange } from '../../../../diagnostics/position.js';
import {
  fact,
  type MemberFragment,
  type MemberPlace,
  type ShapeFragment,
} from '../../../../model/fragments.js';
import type { Type } from '../../../../model/types.js';
import type { ExampleMember, ExampleValue } from './json-example.js';
import { freeObject, innerName, listOf, mapOf, placeId, plainType, referenceTo } from './member-types.js';
import { idOf } from './guide-context.js';
import type { PageContext } from './page-context.js';
import { scalarOf } from './type-words.js';

/** Where an example stands and whose it is. */
export interface ExampleSite {
  readonly page: PageContext;
  readonly owner: string;
  readonly place: MemberPlace;
  readonly block: Block;
  /** How many lines of the block stand above the example. */
  readonly offset?: number;
  /** Knows a better type of a member by its name. */
  readonly named?: (
    name: string,
    value: ExampleValue,
    site: ExampleSite,
    source: SourceRange,
  ) => Type | undefined;
}

/** The members that an example shows, with the types of their values. */
export function membersOfExample(value: ExampleValue, site: ExampleSite): readonly MemberFragment[] {
  const shown = value.kind === 'list' ? merged(value.items) : value;
  return shown?.kind === 'object'
    ? distinctMembers(shown.members).map((member) => memberOf(member, site))
    : [];
}

function memberOf(member: ExampleMember, site: ExampleSite): MemberFragment {
  const source = sourceOf(member, site);
  const inner = { ...site, owner: innerName(site.owner, member.name) };
  return {
    name: member.name,
    place: site.place,
    type:
      site.named?.(member.name, member.value, inner, source) ?? typeOfExample(member.value, inner, source),
    ...(member.comment !== undefined && { description: member.comment }),
    ...(/^deprecated\b/i.test(member.comment ?? '') && { deprecated: fact(member.comment ?? '', source) }),
    source,
    known: 'example',
  };
}

/** The type of a value; objects become structures of their own. */
export function typeOfExample(value: ExampleValue, site: ExampleSite, source: SourceRange): Type {
  switch (value.kind) {
    case 'object':
      return objectType(value, site, source);
    case 'list': {
      const item = merged(value.items);
      return listOf(
        item ? typeOfExample(item, site, source) : plainType('unknown', source, 'example'),
        source,
        'example',
      );
    }
    case 'integer':
      return plainType(Math.abs(Number(value.text)) > 0x7fffffff ? 'long' : 'integer', source, 'example');
    case 'number':
      return plainType('double', source, 'example');
    case 'string':
      return withChoice(plainType('string', source, 'example'), value.text, source);
    case 'boolean':
      return plainType('boolean', source, 'example');
    case 'null':
      return plainType('unknown', source, 'example');
    default:
      return bareWord(value.text, source);
  }
}

/** `string`, `<integer>` and the like stand for values of that type. */
function bareWord(text: string, source: SourceRange): Type {
  const word = text.replace(/[<>]/g, '').toLowerCase();
  if (/^(?:integer|int|number|long)$/.test(word)) return plainType('integer', source, 'example');
  if (/^(?:bool|boolean)$/.test(word) || /^true ?\| ?false$/.test(word))
    return plainType('boolean', source, 'example');
  return plainType(/^(?:string|text)$/.test(word) ? 'string' : 'unknown', source, 'example');
}

/** `"open | closed"` in the place of a value says which there are, unless it goes on. */
const choiceIn = (text: string): readonly string[] => {
  const values = text.split(/ ?\| ?/);
  return values.length > 1 &&
    new Set(values).size === values.length &&
    values.every((value) => /^[\w.:-]{1,60}$/.test(value) && value !== 'null' && !scalarOf(value)) &&
    !/\.\.$/.test(text)
    ? values
    : [];
};

/** A text with the values that an example names in its place. */
export function withChoice(type: Type, text: string, source: SourceRange): Type {
  const values = choiceIn(text);
  return values.length === 0
    ? type
    : ({
        ...type,
        constraints: [...type.constraints, { kind: 'values', values, source, known: 'example' }],
      } as Type);
}

/** An object of an example. */
export type ObjectValue = Extract<ExampleValue, { kind: 'object' }>;

/** `{ "@odata.type": "acme.user" }` stands for an object of that type, as the guide describes it. */
function annotatedType(
  { members }: ObjectValue,
  { page }: ExampleSite,
  source: SourceRange,
): Type | undefined {
  const said = members.find(({ name }) => /^@(?:odata\.)?type$/.test(name))?.value;
  if (said?.kind !== 'string') return undefined;
  const name = /([A-Za-z]\w*)$/.exec(said.text)?.[1] ?? '';
  const found = page.guide.objectNamed(name);
  if (found) return referenceTo(idOf(found), source, 'example');
  const scalar = /^Edm\./i.test(said.text) ? scalarOf(name) : undefined;
  if (scalar) return { ...plainType('string', source, 'example'), kind: scalar.scalar } as Type;
  return members.length === 1 ? freeObject(source, 'example') : undefined;
}

function objectType(value: ObjectValue, site: ExampleSite, source: SourceRange): Type {
  if (value.members.length === 0) return freeObject(source, 'example');
  const annotated = annotatedType(value, site, source);
  if (annotated) return annotated;
  if (hasDataKeys(value))
    return mapOf(
      typeOfExample(merged(value.members.map((member) => member.value)) ?? value, site, source),
      source,
      'example',
    );
  const id = placeId(source, site.owner);
  const shape: ShapeFragment = {
    kind: 'shape',
    name: site.owner,
    ids: [id],
    shape: 'structure',
    inline: true,
    members: distinctMembers(value.members).map((member) => memberOf(member, { ...site, place: 'type' })),
    page: site.page.analysis.page.path,
    lines: 0,
    source,
    known: 'example',
  };
  site.page.extra.push(shape);
  return referenceTo(id, source, 'example');
}

/** Numbers, identifiers and addresses as keys are data, not names. */
export const hasDataKeys = (value: ExampleValue): boolean =>
  value.kind === 'object' &&
  value.members.length > 0 &&
  value.members.every(({ name }) => DATA_KEY.test(name));

/** A number, a UUID, bytes or a digest in hexadecimal, an address of the network, a mail address or a URL. */
const DATA_KEY =
  /^(?:\d+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{2}(?:[:-][\da-f]{2}){3,}|(?=[a-f]*\d)[\da-f]{16,}|\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?|[^@\s]+@[^@\s]+\.[a-z]+|https?:\/\/\S+)$/i;

/** Several values of one list as one: the members of all objects, or the first value that says something. */
export function merged(values: readonly ExampleValue[]): ExampleValue | undefined {
  const objects = values.flatMap((value) => (value.kind === 'object' ? [value] : []));
  const [first] = objects;
  if (first) return { ...first, members: distinctMembers(objects.flatMap(({ members }) => members)) };
  const lists = values.flatMap((value) => (value.kind === 'list' ? [value] : []));
  const [list] = lists;
  if (list) return { ...list, items: lists.flatMap(({ items }) => items).slice(0, 50) };
  const kinds = new Set(values.filter(({ kind }) => kind !== 'null').map(({ kind }) => kind));
  const said = values.find(({ kind }) => kind !== 'null') ?? values[0];
  if (kinds.size > 1 && !(kinds.size === 2 && kinds.has('integer') && kinds.has('number')))
    return said && { kind: 'null', text: 'null', line: said.line };
  return kinds.has('number') ? values.find(({ kind }) => kind === 'number') : said;
}

/** Members by name; of two with one name the values are one. */
export function distinctMembers(members: readonly ExampleMember[]): readonly ExampleMember[] {
  const first = new Map<string, ExampleMember[]>();
  for (const member of members) {
    const others = first.get(member.name);
    if (others) others.push(member);
    else first.set(member.name, [member]);
  }
  return [...first.values()].flatMap((same) => {
    const [one] = same;
    if (!one) return [];
    const value = same.length === 1 ? one.value : merged(same.map((other) => other.value));
    return [{ ...one, value: value ?? one.value }];
  });
}

function sourceOf({ line, column, name }: ExampleMember, { block, offset = 0 }: ExampleSite): SourceRange {
  const at = (isCode(block) ? block.line : block.source.line) + offset + line;
  return { file: block.source.file, line: at, column, endLine: at, endColumn: column + name.length + 2 };
}

const isCode = (block: Block): block is CodeBlock => block.kind === 'code';
