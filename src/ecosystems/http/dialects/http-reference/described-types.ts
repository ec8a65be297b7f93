import type { SourceRange } from '../../../../diagnostics/position.js';
import type { Type } from '../../../../model/types.js';
import type { ExampleMember, ExampleValue } from './json-example.js';
import { freeObject, listOf, plainType } from './member-types.js';
import { plain } from './phrase.js';
import type { Row } from './rows.js';

const LEAD = /^(?:[\s:–—-]|(?:optional|required)\b[.,;:]?|\((?:optional|required)\))+/i;
const SEPARATED = /\b(?:comma|space|pipe|semicolon)[- ](?:separated|delimited)\b/i;
const FLAG =
  /^(?:an? |the )?(?:(?:optional |boolean )?flag\b|whether\b|(?:if|when) (?:set to )?true\b|(?:specif(?:y|ies)|indicates?|determines?|controls?) (?:if|whether)\b|set (?:this )?to true\b)|\b(?:if|when) set to true\b/i;
const NUMBER =
  /^(?:specif(?:y|ies) |limits? )?(?:the |a )?(?:maximum |minimum |max\.? |min\.? |total )?(?:number|count) of\b|\bnumbering starts at \d/i;
const COUNT_NAME = /^(?:page|limit|offset|per_?page|page_?size)$/i;
const MANY = /^(?:an? |the )?(?:optional )?(?:list|array) of\b/i;
const TEXT =
  /^(?:an? |the |part of the |optional |unique |new )*(?:[a-z]+ ){0,2}(?:names?|titles?|uids?|uuids?|urls?|e-?mail(?: address)?|slugs?|search (?:terms?|strings?|query)|passwords?|keywords?)\b/i;

/**
 * What the words of a description say of the type where nothing else does: `Whether …` is a flag, `The number of …` a
 * number. It is inferred.
 */
export function typeInWords(
  { name, description, nameSource }: Row,
  echo: Echo | undefined,
): Type | undefined {
  const words = plain(description.map(({ text }) => text).join('\n'))
    .slice(0, 400)
    .replace(LEAD, '');
  if (SEPARATED.test(words)) return plainType('string', nameSource, 'inferred');
  if (FLAG.test(words)) return plainType('boolean', nameSource, 'inferred');
  if (NUMBER.test(words) || (COUNT_NAME.test(name) && !/\b(?:token|cursor|name|url)\b/i.test(words)))
    return plainType('integer', nameSource, 'inferred');
  if (MANY.test(words)) return listOf(elementOf(words, nameSource, echo), nameSource, 'inferred');
  return TEXT.test(words) ? plainType('string', nameSource, 'inferred') : undefined;
}

/** A list of ids holds what the examples have as `id`. */
const elementOf = (words: string, source: SourceRange, echo: Echo | undefined): Type =>
  plainType(
    /\bids?'?s?\b/i.test(words.slice(0, 60)) && echo?.get('id')?.kind === 'integer' ? 'integer' : 'unknown',
    source,
    'inferred',
  );

/** The values that examples show, by name, at whatever depth; a name with values of two kinds is left out. */
export type Echo = ReadonlyMap<string, ExampleValue>;

const MOST_MEMBERS = 2000;

export function echoOf(values: readonly ExampleValue[]): Echo {
  const found = new Map<string, ExampleValue | undefined>();
  let count = 0;
  const note = ({ name, value }: ExampleMember): void => {
    const before = found.get(name);
    if (value.kind !== 'null' && value.kind !== 'other')
      found.set(name, !found.has(name) || before?.kind === value.kind ? value : undefined);
    visit(value);
  };
  const visit = (value: ExampleValue): void => {
    if ((count += 1) > MOST_MEMBERS) return;
    if (value.kind === 'object') value.members.forEach(note);
    else if (value.kind === 'list') value.items.forEach(visit);
  };
  values.forEach(visit);
  return new Map([...found].flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}

/** The type of the member of that name that comes back: what is sent is of the same type. */
export function echoedType({ name, nameSource: source }: Row, echo: Echo | undefined): Type | undefined {
  const kind = echo?.get(name)?.kind;
  switch (kind) {
    case 'integer':
    case 'string':
    case 'boolean':
      return plainType(kind, source, 'example');
    case 'number':
      return plainType('double', source, 'example');
    case 'object':
      return freeObject(source, 'example');
    default:
      return undefined;
  }
}
