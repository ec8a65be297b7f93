import type { SourceRange } from '../../../../diagnostics/position.js';
import { fact } from '../../../../model/fragments.js';
import type { Fact } from '../../../../model/provenance.js';
import type { Type } from '../../../../model/types.js';
import { keyValues } from './key-values.js';
import { listOf, plainType, referenceTo, typeOf } from './member-types.js';
import { idOf } from './guide-context.js';
import type { OperationSite } from './operation-sites.js';
import { definitionAt, typeWords, type PageContext } from './page-context.js';
import { codesIn, linkAt, part, phraseOf, sentencesOf, withoutLinks, type Phrase } from './phrase.js';
import { roleOfItem } from './places.js';
import type { Item } from './sections.js';
import { parseType } from './type-phrase.js';

/** What an operation gives as the whole body of its answer. */
export interface ReturnedType {
  readonly type: Type;
  /** The only key of an object around it. */
  readonly key?: string;
  readonly media?: Fact<string>;
  /** True where it stands in an object that is not described: `an object containing a collection of …`. */
  readonly inObject?: true;
}

/**
 * `Returns an array of [user](…) objects`, `**Returns:** [List](…)`: the first sentence that leads to an object, of those
 * below a heading about responses before others.
 */
export function returnedType(site: OperationSite, page: PageContext): ReturnedType | undefined {
  const sideOf = (item: Item) => roleOfItem(item, site.section, page.guide.style.reading).side;
  for (const side of ['response', undefined] as const) {
    for (const item of site.items) {
      const found = sideOf(item) === side ? inItem(item, side === 'response', page) : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

function inItem({ block }: Item, isResponse: boolean, page: PageContext): ReturnedType | undefined {
  const card = keyValues(block).find(({ label }) =>
    /^(?:returns?|responses?|response body|return (?:value|type)|result|output)$/.test(label),
  );
  const labelled = card && fromLabel(card.value, card.source, page);
  if (labelled) return labelled;
  if (block.kind !== 'paragraph' && block.kind !== 'list') return undefined;
  const phrases =
    block.kind === 'paragraph'
      ? [phraseOf(block.inline)]
      : block.items.flatMap(({ inline }) => (inline ? [phraseOf(inline)] : []));
  for (const phrase of phrases) {
    for (const sentence of sentencesOf(phrase)) {
      const found = inSentence(sentence, isResponse, page);
      if (found) return found;
    }
  }
  return undefined;
}

function fromLabel(value: Phrase, source: SourceRange, page: PageContext): ReturnedType | undefined {
  if (KEYED.test(value.text)) return linked(value, value.text, page);
  const worded = parseType(value, typeWords(page));
  const leadsSomewhere =
    worded &&
    (worded.kind === 'scalar' ||
      worded.kind === 'list' ||
      worded.kind === 'map' ||
      (worded.kind === 'named' && worded.link !== undefined));
  if (leadsSomewhere) {
    const type = typeOf(worded, source, page);
    if (type.kind !== 'unknown' && !(type.kind === 'list' && type.element.kind === 'unknown'))
      return { type };
  }
  return linked(value, value.text, page);
}

const VERB =
  /\b(?:returns?|returned|responds? with|response (?:is|will be|contains|body is|object is)|gives (?:you )?back|yields|receive|retrieves?(?= an? \uE002| [^.]{0,100}\bas (?:an? )?plain))\b/i;

function inSentence(sentence: Phrase, isResponse: boolean, page: PageContext): ReturnedType | undefined {
  const verb = VERB.exec(sentence.text);
  if (!verb && !isResponse) return undefined;
  const after = verb ? sentence.text.slice(verb.index + verb[0].length) : sentence.text;
  return (
    linked(sentence, after, page) ??
    fileIn(after, sentence) ??
    (verb ? textIn(after, sentence) : undefined) ??
    scalarList(sentence, after, page) ??
    (verb ? called(sentence, after, page) : undefined)
  );
}

const HOLDS =
  /\b(?:containing|contains|object with|with (?:a|the) (?:list|array)|under the|including|key|keyed|map of|dictionary)\b/i;
const MANY =
  /\b(?:arrays?|lists?|collections?|sets?|pages?) (?:of|with|containing)\b|\b(?:composed|consists?|made up) of\b|\bcollection\(|\barray<|\blist of/i;

/** `Hash with a single key of `job` with value of [Job](…)`. */
const KEYED =
  /\b(?:hash|object|dictionary|map|json)\b[^.\uE000]{0,30}\bkey(?: of| named| called)? \uE000([\w.-]{1,80})\uE001[^.\uE000\uE002]{0,40}(?=\uE002)/i;

/** The first link behind the verb that leads to an object. */
export function linked(sentence: Phrase, after: string, page: PageContext): ReturnedType | undefined {
  const rest = part(sentence, after);
  const offsets = [...rest.text.matchAll(/\uE002/g)].map(({ index }) => index);
  for (const at of offsets) {
    const link = linkAt(rest, at);
    const found = link && definitionAt(page, link.url);
    if (!found || found.definition.kind === 'enum') continue;
    const before = rest.text.slice(0, at);
    const key = KEYED.exec(rest.text.slice(0, at + 1))?.[1];
    if (key === undefined && HOLDS.test(before) && !MANY.test(before)) return undefined;
    const inObject = key === undefined && /\bobject\b.{0,20}\bcontaining\b/i.test(before);
    if (inObject && !MANY.test(before)) return undefined;
    page.lines.take(sentence.source);
    const id = /\bpartial\b/i.test(before) ? page.partialOf(found, page) : idOf(found);
    const type = referenceTo(id, sentence.source);
    return {
      type: MANY.test(before) ? listOf(type, sentence.source) : type,
      ...(inObject && { inObject: true as const }),
      ...(key !== undefined && { key }),
    };
  }
  return undefined;
}

const CALLED =
  /^ (?:an?|the)(?: (?:new|updated|created|single|full|resulting|modified|requested|deleted))* ([A-Za-z][\w-]*(?: [A-Za-z][\w-]*){0,2}?)(?: objects?)?(?= or |[.,]|$| on | with | if | when | depending | for | in )/;

/** `Returns a message`, where the guide describes an object of that name. */
function called(sentence: Phrase, after: string, page: PageContext): ReturnedType | undefined {
  const name = CALLED.exec(withoutLinks(after))?.[1];
  const found = name === undefined ? undefined : page.guide.objectNamed(name);
  return found && { type: referenceTo(idOf(found), sentence.source) };
}

const FILE_CONTENT =
  /^[^.]{0,40}\b(?:(?:raw|binary) (?:file |image |attachment )?(?:contents?|data|bytes)|(?:raw|binary) (?:file|image)|(?:file|image|attachment|document)(?:'s)? (?:contents?|bytes|stream|download))\b/i;

/** `the raw file content`, `with a PDF file (application/pdf)`. */
function fileIn(after: string, { source }: Phrase): ReturnedType | undefined {
  const media = codesIn(after).find((code) =>
    /^(?:application|image|audio|video|text|font)\/[\w.+*-]+$/.test(code),
  );
  const content = media === undefined ? FILE_CONTENT.exec(after) : undefined;
  if (content) return { type: plainType('file', source) };
  if (media === undefined || /json|x-www-form|multipart/.test(media)) return undefined;
  return {
    type: plainType(media.startsWith('text/') ? 'string' : 'file', source),
    media: fact(media, source),
  };
}

/** `an HTML page`, `a plain text document`, `as plain text`. */
function textIn(after: string, { source }: Phrase): ReturnedType | undefined {
  const kind =
    /^ an? (html|plain[- ]?text|csv|xml|yaml) (?:page|document|file|response|body)\b/i.exec(after)?.[1] ??
    /^[^.]{0,120}\b(?:as|in|is|with) (?:an? )?(plain[ -]?text)\b/i.exec(after)?.[1];
  const media = kind && MEDIA[kind.toLowerCase().replace(/[ -]/, '')];
  return media === undefined || media === ''
    ? undefined
    : { type: plainType('string', source), media: fact(media, source) };
}

const MEDIA: Readonly<Record<string, string>> = {
  html: 'text/html',
  plaintext: 'text/plain',
  csv: 'text/csv',
  xml: 'application/xml',
  yaml: 'application/yaml',
};

/** `an array of strings`. */
function scalarList(sentence: Phrase, after: string, page: PageContext): ReturnedType | undefined {
  const words = /\b((?:array|list) of (?:strings|integers|numbers|booleans))\b/i.exec(after)?.[1];
  const worded = words === undefined ? undefined : parseType(part(sentence, words), typeWords(page));
  return worded && { type: typeOf(worded, sentence.source, page) };
}
