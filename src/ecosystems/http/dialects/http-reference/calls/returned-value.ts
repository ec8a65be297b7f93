import type { MemberFragment } from '../../../../../model/fragments.js';
import type { Type } from '../../../../../model/types.js';
import { idOf } from '../guide-context.js';
import { listOf, plainType, referenceTo } from '../member-types.js';
import type { OperationSite } from '../operation-sites.js';
import { definitionAt, type PageContext } from '../page-context.js';
import { linksIn, part, phraseOf, plain, sentencesOf, withoutLinks, type Phrase } from '../phrase.js';

/**
 * What a method gives, as its sentences say: `Returns True on success`, `the sent [Message](#message) is returned, otherwise True
 * is returned`. Of several kinds it is any of them.
 */
export function returnedValue({ items }: OperationSite, page: PageContext): MemberFragment | undefined {
  const found = items.flatMap(({ block }) =>
    block.kind === 'paragraph'
      ? sentencesOf(phraseOf(block.inline)).flatMap((one) => inSentence(one, page))
      : [],
  );
  const distinct = found.filter(
    (type, at) => found.findIndex((other) => keyOf(other) === keyOf(type)) === at,
  );
  const [first, ...others] = distinct;
  if (!first) return undefined;
  page.lines.take(first.source);
  const { source, known } = first;
  const type: Type =
    others.length === 0 ? first : { kind: 'oneOf', variants: distinct, constraints: [], source, known };
  return { name: 'body', place: 'payload', type, source, known: 'stated' };
}

const keyOf = (type: Type): string =>
  type.kind === 'reference'
    ? type.target
    : type.kind === 'list'
      ? `list of ${keyOf(type.element)}`
      : type.kind;

const ACTIVE = /\b[Rr]eturns? /;
const PASSIVE = / (?:is|are|will be) returned\b/;

/** The parts of a sentence that say what comes back: behind `returns`, and before `is returned`. */
function inSentence(sentence: Phrase, page: PageContext): readonly Type[] {
  const pieces = sentence.text.split(/, (?=otherwise|or |else|if )|; /);
  return pieces.flatMap((piece) => {
    const active = ACTIVE.exec(piece);
    const passive = PASSIVE.exec(piece);
    const said = active
      ? piece.slice(active.index + active[0].length)
      : passive
        ? piece.slice(0, passive.index).replace(/^.*, /, '')
        : undefined;
    const bare = said?.replace(/^(?:otherwise|or|else),? /i, '');
    return bare === undefined ? [] : (typeIn(part(sentence, bare), passive !== null && !active, page) ?? []);
  });
}

const WORDS: readonly (readonly [RegExp, Parameters<typeof plainType>[0]])[] = [
  [/^\W*(?:True|False|Bool(?:ean)?)\b/i, 'boolean'],
  [/^\W*(?:(?:an?|the) )?(?:new |current |number as )?\W*(?:Int(?:eger)?)\b/, 'integer'],
  [/^\W*(?:Float|Double)\b/, 'double'],
  [/\bas (?:a |an )?\W*String\b|^\W*(?:(?:an?|the) )?(?:\w+ ){0,3}\W*String\b/, 'string'],
];

const MANY = /\b(?:arrays?|lists?) of\b/i;

function typeIn(said: Phrase, isBefore: boolean, page: PageContext): Type | undefined {
  const words = plain(said.text);
  const { source } = said;
  const named = objectIn(said, isBefore, page);
  if (named !== undefined) {
    const type = referenceTo(named.id, source);
    return MANY.test(words.slice(0, named.at < 0 ? undefined : named.at)) ? listOf(type, source) : type;
  }
  const bare = words.replace(/^.*?\b(?:arrays?|lists?) of /i, '');
  const kind = WORDS.find(([pattern]) => pattern.test(bare))?.[1];
  if (kind === undefined) return undefined;
  const type = plainType(kind, source);
  return bare === words ? type : listOf(type, source);
}

/** The object that a link or a name with a capital leads to. */
function objectIn(
  said: Phrase,
  isBefore: boolean,
  page: PageContext,
): { readonly id: string; readonly at: number } | undefined {
  const words = plain(said.text);
  for (const link of linksIn(said)) {
    const found = definitionAt(page, link.url);
    if (found && found.definition.kind !== 'enum')
      return { id: idOf(found), at: words.indexOf(plain(link.text)) };
  }
  const names = [...withoutLinks(said.text).matchAll(/\b[A-Z]\w+\b/g)];
  for (const { 0: name, index } of isBefore ? names.reverse() : names) {
    const found = page.guide.objectNamed(name);
    if (found && found.definition.name === name) return { id: idOf(found), at: index };
  }
  return undefined;
}
