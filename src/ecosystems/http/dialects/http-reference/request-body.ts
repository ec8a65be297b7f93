import { fact, type MemberFragment, type ShapeFragment } from '../../../../model/fragments.js';
import type { Fact } from '../../../../model/provenance.js';
import type { ExampleRequest } from './example-requests.js';
import { membersOfExample, typeOfExample } from './example-types.js';
import type { ExampleMember } from './json-example.js';
import type { ListSite } from './list-site.js';
import { listOf, placeId, referenceTo } from './member-types.js';
import { membersOf } from './read-members.js';
import type { Type } from '../../../../model/types.js';
import { nestRows } from './nest-rows.js';
import type { PageContext } from './page-context.js';
import { returnedType } from './returned-type.js';
import { membersOfDefinition } from './shown-objects.js';
import type { OperationSite } from './operation-sites.js';
import { phraseOf, plain } from './phrase.js';
import type { PlacedList } from './request-lists.js';
import { nowhere } from './request-parameters.js';
import { noMarks, type Row } from './rows.js';
import { describedBody } from './whole-body.js';

/** The members of the body: what lists say, or else what an example shows. */
export function bodyMembers(
  body: readonly { readonly row: Row; readonly list: PlacedList }[],
  site: ListSite,
  examples: readonly ExampleRequest[],
  method: string,
  others: readonly MemberFragment[],
  operation: OperationSite,
): readonly MemberFragment[] {
  const whole = operation.items.find(
    ({ block }) => block.kind === 'paragraph' && TAKES_LIST.test(plain(phraseOf(block.inline).text)),
  );
  if (body.length > 0) {
    const rows = insideKey(nestRows(body.map(({ row }) => row)), examples);
    const isTyped = body.some(({ list }) => list.rows.typedShare >= 0.5);
    const shown = (site.shown ?? []).filter(
      ({ name }) => !others.some((other) => other.name === name && other.place !== 'header'),
    );
    return whole ||
      isListExample(examples) ||
      body.some(({ list }) => /^(?:an? )?(?:json )?(?:array|list) of\b/i.test(list.item.lead?.text ?? ''))
      ? [wholeList(rows, site)]
      : membersOf(rows, {
          ...site,
          shown,
          ...(!isTyped && isOfRows(shown, rows) && { shownCounts: true }),
          place: 'body',
        });
  }
  const described = /^(?:GET|HEAD|LIST)$/.test(method) ? undefined : describedBody(operation, site.page);
  if (described) return [described];
  const [example] = examples;
  if (!example?.value || /^(?:GET|HEAD|LIST)$/.test(method)) return [];
  const shown = {
    page: site.page,
    owner: site.owner,
    place: 'body' as const,
    block: example.block,
    offset: example.offset,
    named: (name: string) => typeInAnswer(name, operation, site.page),
  };
  if (example.value.kind === 'object')
    return membersOfExample(example.value, shown).filter(
      ({ name }) => !others.some((other) => other.name === name && other.place !== 'header'),
    );
  return [
    {
      name: 'body',
      place: 'payload',
      type: typeOfExample(example.value, { ...shown, owner: `${site.owner}Item` }, example.block.source),
      source: example.block.source,
      known: 'example',
    },
  ];
}

/** Lists without types are told in passing: an example that shows mostly their members has the rest, too. */
const isOfRows = (shown: readonly ExampleMember[], rows: readonly Row[]): boolean =>
  shown.filter(({ name }) => rows.some((row) => row.name === name)).length * 2 > shown.length;

/** What is sent to change an object has the structures of the object that comes back. */
function typeInAnswer(name: string, operation: OperationSite, page: PageContext): Type | undefined {
  const answer = returnedType(operation, page)?.type;
  const found = answer?.kind === 'reference' ? page.guide.definitionOf(answer.target) : undefined;
  const type = found && membersOfDefinition(found, page).find((member) => member.name === name)?.type;
  return type?.kind === 'reference' ? { ...type, known: 'inferred' } : undefined;
}

/** Rows of what an example shows below the only key of the body. */
function insideKey(rows: readonly Row[], examples: readonly ExampleRequest[]): readonly Row[] {
  const [only, ...others] = examples[0]?.value?.kind === 'object' ? examples[0].value.members : [];
  const [first] = rows;
  if (!first || !only || others.length > 0 || only.value.kind !== 'object') return rows;
  const inner = only.value.members;
  if (rows.some(({ name }) => name === only.name || !inner.some((member) => member.name === name)))
    return rows;
  const { source, nameSource } = first;
  return [
    {
      name: only.name,
      source,
      nameSource,
      depth: 0,
      marks: noMarks,
      description: [],
      children: rows,
      blocks: [],
      made: true,
    },
  ];
}

const TAKES_LIST =
  /\b(?:takes|accepts|expects|send|body is|body contains|request body is|requires|as)\b[^.]{0,40}\b(?:(?:json )?array|list) (?:of|containing)\b(?! (?:the )?(?:ids|fields))|\bjson array of (?:parameters|objects)\b/i;

const isListExample = (examples: readonly ExampleRequest[]): boolean =>
  examples.length > 0 &&
  examples.every(({ value }) => value?.kind === 'list' && value.items.some(({ kind }) => kind === 'object'));

/** A body that is a list of what the rows describe. */
function wholeList(rows: readonly Row[], site: ListSite): MemberFragment {
  const source = rows[0]?.source ?? nowhere;
  const name = `${site.owner}Item`;
  const id = placeId(source, name);
  const shape: ShapeFragment = {
    kind: 'shape',
    name,
    ids: [id],
    shape: 'structure',
    inline: true,
    members: membersOf(rows, { ...site, owner: name, place: 'type' }),
    page: site.page.analysis.page.path,
    lines: 0,
    source,
    known: 'stated',
  };
  site.page.extra.push(shape);
  return {
    name: 'body',
    place: 'payload',
    type: listOf(referenceTo(id, source), source),
    required: fact(true, source, 'inferred'),
    source,
    known: 'stated',
  };
}

/** What headings, sentences and examples say that the body is; files travel as parts of a form. */
export function mediaOf(
  lists: readonly PlacedList[],
  examples: readonly ExampleRequest[],
  content: readonly MemberFragment[],
  site: OperationSite,
): Fact<readonly string[]> | undefined {
  const [first] = content;
  if (!first) return undefined;
  const at = lists[0]?.item.block.source ?? first.source;
  const named = lists.flatMap(({ role }) => role.media ?? []);
  const said = saidMedia(site);
  const hasFile = content.some(
    ({ type, place }) =>
      (type?.kind === 'file' && place !== 'payload') ||
      (type?.kind === 'list' && type.element.kind === 'file'),
  );
  const isForm = lists.some(({ item }) =>
    [...item.captions, item.section.title].some((words) => FORM.test(words)),
  );
  const chosen =
    named.length > 0 ? named : said.length > 0 ? said : examples.flatMap(({ media }) => media ?? []);
  if (
    chosen.length > 0 &&
    !(isForm && chosen.every((one) => one === 'application/json') && named.length === 0)
  )
    return fact(hasFile && isForm && named.length <= 1 ? ['multipart/form-data'] : [...new Set(chosen)], at);
  if (isForm) return fact([hasFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded'], at);
  return hasFile ? fact(['multipart/form-data'], at, 'inferred') : undefined;
}

/** A form that is sent, not one that the API is about. */
const FORM =
  /\bform[- ]?(?:data|params?|parameters?|fields?|body|url-?encoded|encoded|inputs?|values?)\b|\b(?:as|in|via|using) (?:an? )?form\b|^(?:json\s*(?:or|\/)\s*)?form$/i;

const MEDIA =
  /\b(application\/(?:json|x-www-form-urlencoded|octet-stream|xml|[\w.+-]+\+json)|multipart\/form-data)\b/g;

/** Media types in the operation's own sentences about what is sent. */
function saidMedia({ items, section }: OperationSite): readonly string[] {
  return items.flatMap(({ block, section: own }) => {
    if (block.kind !== 'paragraph' || (own !== section && !/request|body|form|input/i.test(own.title)))
      return [];
    const { text } = block.inline;
    return /\b(?:sent|send|content[- ]type|body|request|encoded|form)\b/i.test(text) &&
      !/\bresponse\b|Refer to/i.test(text)
      ? (text.match(MEDIA) ?? [])
      : [];
  });
}
