import type { SourceRange } from '../../../../diagnostics/position.js';
import { fact, type MemberFragment, type ShapeFragment } from '../../../../model/fragments.js';
import type { Fact } from '../../../../model/provenance.js';
import type { Type } from '../../../../model/types.js';
import { statedStyle } from './collection-style.js';
import { withConstraints } from './constraints.js';
import { deprecationOf, nullabilityOf, readOnlyOf } from './member-phrases.js';
import {
  innerName,
  listOf,
  mapOf,
  placeId,
  plainType,
  referenceTo,
  reportBroken,
  typeOf,
} from './member-types.js';
import { parseExample, type ExampleMember } from './json-example.js';
import { elementInWords } from './described-elements.js';
import { echoedType, typeInWords } from './described-types.js';
import { membersOfExample, typeOfExample, withChoice } from './example-types.js';
import { typeWords } from './page-context.js';
import { plain, type Phrase } from './phrase.js';
import type { ListNote } from './list-note.js';
import type { ListSite } from './list-site.js';
import { compareShown } from './shown-values.js';
import { requiredOf } from './required.js';
import type { Row } from './rows.js';
import { parseType } from './type-phrase.js';
import { scalarOf } from './type-words.js';
import type { WordedType } from './worded-type.js';

/**
 * The members that rows describe, nested ones as structures of their own. Parts of a list may name a member again; what is
 * said first holds.
 */
export function membersOf(rows: readonly Row[], site: ListSite): readonly MemberFragment[] {
  const first = new Map<string, Row>();
  for (const row of rows) {
    const before = first.get(row.name);
    if (before) compareRepeated(before, row, site);
    else first.set(row.name, row);
  }
  return [...[...first.values()].map((row) => memberOf(row, site)), ...onlyShown(rows, site)];
}

/** What no row describes, where the example counts. */
function onlyShown(rows: readonly Row[], site: ListSite): readonly MemberFragment[] {
  const { shown = [], shownIn, shownCounts } = site;
  if (!shownIn || !shownCounts || shown.length === 0) return [];
  const members = shown.filter(({ name }) => !rows.some((row) => row.name === name));
  return membersOfExample({ kind: 'object', members, line: 0 }, { ...site, block: shownIn });
}

/** What is said again says the same, or it is told. */
function compareRepeated(before: Row, row: Row, { page }: ListSite): void {
  page.lines.take(row.source);
  const said = ({ type, required }: Row): string => `${type?.text ?? ''} ${required?.text ?? ''}`;
  if (said(before) === said(row)) return;
  const related = [{ message: 'described here first', source: before.nameSource }];
  page.report('member-repeated', { member: row.name }, row.nameSource, related);
}

export function memberOf(row: Row, site: ListSite): MemberFragment {
  site.page.lines.take(row.source);
  const worded = row.type && parseType(row.type, typeWords(site.page));
  reportType(row, worded, site);
  if (row.moved) site.page.report('row-moved', { member: row.name }, row.source);
  if (row.type) reportBroken(row.type, site.page);
  const bare = typeOfRow(row, worded, site);
  const { type: stated, usual } = withConstraints(bare, row, site.page);
  const type = withShownChoice(stated, row, site);
  compareShown(row, stated, site);
  const nullable = nullabilityOf(row) ?? nullableBy(site.note, row);
  const required = requiredOf(row, site);
  const deprecated = deprecationOf(row);
  const style = statedStyle(row, type, row.place ?? site.place);
  const description = descriptionOf(row);
  return {
    name: row.name,
    place: row.place ?? site.place,
    ...(type && { type: nullable && !type.nullable ? { ...type, nullable } : type }),
    ...(style && { style }),
    ...(required && { required }),
    ...(usual && { default: usual }),
    ...(description !== '' && { description }),
    ...(deprecated && { deprecated }),
    ...readOnlyOf(row),
    source: row.nameSource,
    known: 'stated',
  };
}

/** `All of them are optional and nullable`. */
const nullableBy = (note: ListNote | undefined, { name }: Row): Fact<true> | undefined =>
  note?.nullable && !note.except.has(name) ? fact(true as const, note.source) : undefined;

/** A type column whose words are no type that is known. */
function reportType({ type }: Row, worded: WordedType | undefined, { page }: ListSite): void {
  if (worded && type && isNobodysName(worded, page))
    return reportUnknown(plain(type.text).slice(0, 80), type.source, page);
  if (type && type.text !== '' && !worded && !/^[-–—]$|^n\/a$/i.test(type.text))
    reportUnknown(plain(type.text).slice(0, 80), type.source, page);
}

/** A word alone that is no type, and that no object of the guide is called by. */
const isNobodysName = (worded: WordedType, page: ListSite['page']): boolean =>
  worded.kind === 'named' &&
  !worded.link &&
  !worded.word &&
  !worded.ids &&
  !worded.saysObject &&
  !page.guide.objectNamed(worded.name) &&
  !scalarOf(worded.name, page.guide.style.types);

function reportUnknown(phrase: string, source: SourceRange, { report }: ListSite['page']): void {
  const word = /^[\p{L}][\p{L}\p{N} _-]{0,30}$/u.test(phrase) ? phrase.toLowerCase() : undefined;
  report(
    'type-unknown',
    { phrase, ...(word !== undefined && { reading: { types: { [word]: 'string' } } }) },
    source,
  );
}

function typeOfRow(row: Row, worded: WordedType | undefined, site: ListSite): Type | undefined {
  const source = row.type?.source ?? row.nameSource;
  if (row.children.length > 0) return nested(row, worded, site, source);
  const said = worded ? typeOf(worded, source, site.page) : undefined;
  if (!said && site.place === 'header') return plainType('string', source, 'inferred');
  const type =
    row.marks.repeated && said?.kind !== 'list'
      ? listOf(said ?? plainType('unknown', source, 'inferred'), source)
      : said;
  if (type?.kind === 'file' && isInJson(row, site))
    return { ...plainType('string', source), format: fact('byte' as const, source) } as Type;
  if (site.place === 'body' && isUpload(row, type))
    return plainType('file', source, type ? 'stated' : 'inferred');
  return (
    fromForm(row, type, site) ??
    fromExample(row, type, site) ??
    fromWords(row, type, site) ??
    type ??
    (site.received ? undefined : (echoedType(row, site.echo) ?? typeInWords(row, site.echo))) ??
    (site.place === 'label' ? undefined : plainType('unknown', source, 'inferred'))
  );
}

/** `The picture, encoded as multipart form data`, without a type or as a mere object. */
const isUpload = ({ description }: Row, type: Type | undefined): boolean =>
  (type === undefined || type.kind === 'map') &&
  description.some(({ text }) =>
    /\b(?:encoded|uploaded|sent|attached)\b[^.]{0,30}\bmultipart\b.?form.?data\b/i.test(plain(text)),
  );

/** JSON holds no bytes but as text. */
const isInJson = ({ description }: Row, { json }: ListSite): boolean =>
  json === true && description.some(({ text }) => /\bbase ?64\b/i.test(text));

/** A structure of the rows inside, in a list or a map where the words say so. */
function nested(row: Row, worded: WordedType | undefined, site: ListSite, source: SourceRange): Type {
  const owner = innerName(site.owner, row.name);
  const id = placeId(row.source, owner);
  const shape: ShapeFragment = {
    kind: 'shape',
    name: owner,
    ids: [id],
    shape: 'structure',
    inline: true,
    members: membersOf(row.children, { ...site, owner, place: 'type', shown: shownBelow(row, site) }),
    page: site.page.analysis.page.path,
    lines: 0,
    source: row.nameSource,
    known: 'stated',
  };
  site.page.extra.push(shape);
  const shown = site.shown?.find(({ name }) => name === row.name)?.value;
  return around(
    worded,
    referenceTo(id, source),
    !worded && shown?.kind === 'list' ? { ...row, marks: { ...row.marks, repeated: true } } : row,
    source,
  );
}

function around(worded: WordedType | undefined, inner: Type, row: Row, source: SourceRange): Type {
  const nullable = worded?.nullable ? { nullable: fact(true as const, source) } : {};
  const words = worded?.kind === 'named' ? (worded.word ?? worded) : worded;
  if (words?.kind === 'list' && words.element.kind === 'list')
    return { ...listOf(listOf(inner, source), source), ...nullable };
  if (row.marks.repeated && (words?.kind === 'object' || words?.kind === 'map'))
    return { ...mapOf(inner, source), ...nullable };
  if (words?.kind === 'list' || row.marks.repeated) return { ...listOf(inner, source), ...nullable };
  return { ...inner, ...nullable };
}

const shownBelow = ({ name }: Row, { shown = [] }: ListSite): readonly ExampleMember[] => {
  const value = shown.find((one) => one.name === name)?.value;
  const inner = value?.kind === 'list' ? value.items.find(({ kind }) => kind === 'object') : value;
  return inner?.kind === 'object' ? inner.members : [];
};

/** Where no words say a type, or only that it is a list, an example does; a bare object stays bare. */
function fromExample(row: Row, type: Type | undefined, site: ListSite): Type | undefined {
  const { value: shown, block = site.shownIn } = site.shown?.find(({ name }) => name === row.name) ?? {};
  if (!type && row.example) return typeOfOwnExample(row, site) ?? type;
  if (!shown || !block || shown.kind === 'null') return undefined;
  const example = {
    page: site.page,
    owner: innerName(site.owner, row.name),
    place: site.place,
    block,
  };
  if (!type || (type.kind === 'unknown' && type.known === 'inferred'))
    return typeOfExample(shown, example, row.nameSource);
  if (
    type.kind !== 'list' ||
    type.element.kind !== 'unknown' ||
    shown.kind !== 'list' ||
    shown.items.length === 0
  )
    return undefined;
  const list = typeOfExample(shown, example, row.nameSource);
  return list.kind === 'list' ? { ...type, element: list.element } : undefined;
}

/** Values that only the example of the same member names. */
function withShownChoice(type: Type | undefined, { name }: Row, { shown }: ListSite): Type | undefined {
  if (type?.kind !== 'string' || type.constraints.some(({ kind }) => kind === 'values')) return type;
  const value = shown?.find((one) => one.name === name)?.value;
  return value?.kind === 'string' ? withChoice(type, value.text, type.source) : type;
}

function fromWords(row: Row, type: Type | undefined, { page }: ListSite): Type | undefined {
  if (type?.kind !== 'list' || type.element.kind !== 'unknown') return undefined;
  const element = elementInWords(row, page);
  return element && { ...type, element };
}

/** `The format of an item is:` above JSON says what is in an object or a list. */
function fromForm(row: Row, type: Type | undefined, site: ListSite): Type | undefined {
  const words = plain(row.description.at(-1)?.text ?? '').slice(-120);
  if (!/\b(?:format|structure|schema|form)\b[^.:]*:\s*$/i.test(words)) return undefined;
  const block = row.blocks.find((one) => one.kind === 'code');
  const value = block?.kind === 'code' ? parseExample(block.text) : undefined;
  if (!block || !value) return undefined;
  const owner = innerName(site.owner, row.name);
  const shown = typeOfExample(value, { page: site.page, owner, place: site.place, block }, block.source);
  if (!type || type.kind === 'unknown') return shown;
  if (type.kind !== 'list' || shown.kind !== 'list') return type.kind === 'map' ? shown : undefined;
  return /^(?:map|unknown)$/.test(type.element.kind) ? { ...type, element: shown.element } : undefined;
}

/** A column of examples: `5`, `"name": "x"`. */
function typeOfOwnExample({ example, name, nameSource }: Row, site: ListSite): Type | undefined {
  const text = plain(example?.text ?? '').trim();
  const pair = /^"?[\w.-]+"?\s*:/.test(text) ? text : `"${name}": ${text}`;
  const value = parseExample(`{${pair}}`);
  const member = value?.kind === 'object' ? value.members[0] : undefined;
  if (!member || member.value.kind === 'other' || !example) return undefined;
  return typeOfExample(
    member.value,
    { page: site.page, owner: innerName(site.owner, name), place: site.place, block: blockAt(example) },
    nameSource,
  );
}

/** Where the words of a cell stand. */
const blockAt = ({ source }: Phrase): ListSite['shownIn'] & object => ({ kind: 'rule', source });

const descriptionOf = ({ description }: Row): string =>
  description
    .map(({ text }) => markdownOfPhrase({ text }))
    .filter((text) => text !== '')
    .join('\n\n');

/** Code keeps its ticks. */
const markdownOfPhrase = ({ text }: Pick<Phrase, 'text'>): string =>
  plain(
    text.replace(/\uE000([^\uE001]*)\uE001/g, (_, code: string) =>
      code.includes('`') ? code : `\`${code}\``,
    ),
  ).trim();
