import { distinctBy } from '../../../../base/group-by.js';
import type { SourceRange } from '../../../../diagnostics/position.js';
import type { Block } from '../../../../markdown/blocks.js';
import type { AuthDescription } from '../../../../model/model.js';
import { parseCurl } from './curl.js';
import type { PageContext } from './page-context.js';
import { codesIn, phraseOf, plain, withoutLinks } from './phrase.js';
import { wordsAround } from './places.js';
import { withDescendants, type Item } from './sections.js';

/** How callers show who they are: what sections about it say, and what example calls send. */
export function authIn(page: PageContext): readonly AuthDescription[] {
  const items = [...withDescendants(page.analysis.outline.root)].flatMap((section) => section.items);
  const hashed = signed(items, page);
  if (hashed) return [hashed, ...keyAlone(hashed, page)];
  const about = items.filter((item) => isAboutAuth(item, page));
  const stated = about.flatMap(({ block }) => inBlock(block, 'stated'));
  for (const { source } of stated) page.lines.take(source);
  const shown = page.analysis.sites.flatMap((site) =>
    site.items.flatMap(({ block }) => [...inCall(block), ...inHeader(block)]),
  );
  return distinctBy([...stated, ...shown], ({ name }) => name);
}

/** The key without a signature, where the guide marks operations that take it so. */
function keyAlone(hashed: AuthDescription, { guide }: PageContext): readonly AuthDescription[] {
  const { key } = hashed.options;
  const isTaken = [...guide.authMarks().needs.values()].includes('key');
  return key && isTaken ? [{ ...hashed, name: 'apiKey', scheme: 'apiKey', options: key as Options }] : [];
}

type Options = AuthDescription['options'];

const TITLE = /\b(?:auth\w*|api[- ]?keys?|access tokens?|tokens?|security|credentials|signing|signed)\b/i;

const isAboutAuth = (item: Item, page: PageContext): boolean =>
  [...wordsAround(item, page.analysis.outline.root)].some((words) => TITLE.test(words)) ||
  saysForAll(item.block) ||
  (item.block.kind === 'component' && JSON.stringify(Object.keys(item.block.attributes)).includes('header'));

/** `All calls need the header `Authorization: Bearer TOKEN``, wherever it stands. */
const saysForAll = (block: Block): boolean =>
  block.kind === 'paragraph' &&
  /\b(?:all|any|each|every)\b[^.]{0,30}\b(?:requests?|calls?|endpoints?|methods?|operations?)\b/i.test(
    block.inline.text,
  ) &&
  AUTHORIZATION.test(block.inline.text);

/** The text of a block, line by line. */
function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [plain(phraseOf(block.inline).text)];
    case 'code':
      return block.text.slice(0, 4000).split('\n');
    case 'list':
      return block.items.flatMap(({ inline, blocks }) => [
        ...(inline ? [plain(phraseOf(inline).text)] : []),
        ...blocks.slice(1).flatMap(textsOf),
      ]);
    case 'component':
      return block.blocks.flatMap(textsOf);
    case 'table':
      return block.rows.map(({ cells }) => cells.map(({ inline }) => plain(phraseOf(inline).text)).join(' '));
    default:
      return [];
  }
}

function inBlock(block: Block, known: AuthDescription['known']): readonly AuthDescription[] {
  return textsOf(block).flatMap((text) => [
    ...fromHeader(text, block.source, known),
    ...fromSentence(text, block.source, known),
  ]);
}

const AUTHORIZATION =
  /\bAuthorization["'`]?\s*[:=]\s*["'`]?(Bearer|Basic|Token|Bot|Key|ApiKey|Api-Key|[A-Z][\w-]{1,20})\s+["'`]?[<{[$"'\w]/;

/** `Authorization: Bearer <token>`: the word tells the scheme. */
function fromHeader(
  text: string,
  source: SourceRange,
  known: AuthDescription['known'],
): readonly AuthDescription[] {
  const word = AUTHORIZATION.exec(text)?.[1];
  if (word === undefined || /^TOKEN_TYPE$/i.test(word)) return [];
  if (/^basic$/i.test(word)) return [{ name: 'basic', scheme: 'basic', options: {}, source, known }];
  if (/^bearer$/i.test(word)) return [{ name: 'bearer', scheme: 'bearer', options: {}, source, known }];
  return [{ name: word.toLowerCase(), scheme: 'bearer', options: { prefix: word }, source, known }];
}

const KEY_HEADER =
  /\b((?:X-|x-)?[A-Za-z][\w-]*(?:[Kk][Ee][Yy]|[Tt]oken|TOKEN|[Ss]ecret|[Aa]uth|APIKEY)[\w-]*)["'`]?(?:\s*:\s*\S|[^.]{0,20}\bheader)|\bheader\b[^.]{0,30}?\b(X-[\w-]*(?:[Kk]ey|[Tt]oken|[Ss]ecret|[Aa]uth)[\w-]*)/;
const KEY_PARAMETER =
  /[?&](api_?key|apikey|access_token|token|key)=|\b(?:query|url) (?:string )?parameter[^.]{0,30}?\b(api_?key|apikey|access_token|token)\b|\b(api_?key|access_token|apikey)\b[^.]{0,30}\bquery (?:string )?parameter/i;

function fromSentence(
  text: string,
  source: SourceRange,
  known: AuthDescription['known'],
): readonly AuthDescription[] {
  if (/\bauthorization\b/i.test(text))
    return /\bbearer (?:token|authentication|auth|scheme)?\b/i.test(text)
      ? [{ name: 'bearer', scheme: 'bearer', options: {}, source, known }]
      : [];
  const [, header, other] = KEY_HEADER.exec(text) ?? [];
  const name = header ?? other;
  if (name !== undefined && /-/.test(name) && !/^content|^www/i.test(name))
    return [{ name: 'apiKey', scheme: 'apiKey', options: { in: 'header', name }, source, known }];
  const parameter = KEY_PARAMETER.exec(text)
    ?.slice(1)
    .find((one) => one !== undefined);
  if (parameter !== undefined)
    return [
      { name: 'apiKeyInQuery', scheme: 'apiKey', options: { in: 'query', name: parameter }, source, known },
    ];
  if (/\bbearer (?:token|auth\w*)\b/i.test(text))
    return [{ name: 'bearer', scheme: 'bearer', options: {}, source, known }];
  return /\bbasic (?:auth\w*|access authentication)\b|\bHTTP basic\b/i.test(text)
    ? [{ name: 'basic', scheme: 'basic', options: {}, source, known }]
    : [];
}

/** What a call on the command line sends. */
function inCall(block: Block): readonly AuthDescription[] {
  const call = block.kind === 'code' ? parseCurl(block.text) : undefined;
  if (!call) return [];
  const headers = call.headers.flatMap(({ name, value }) => {
    const found = fromHeader(`${name}: ${value}`, block.source, 'example');
    if (found.length > 0) return found;
    const isKey =
      /(?:key|token|secret|auth)/i.test(name) && !/^(?:authorization|idempotency|content|if-)/i.test(name);
    return isKey
      ? [
          {
            name: 'apiKey',
            scheme: 'apiKey',
            options: { in: 'header', name },
            source: block.source,
            known: 'example' as const,
          },
        ]
      : [];
  });
  return call.user
    ? [...headers, { name: 'basic', scheme: 'basic', options: {}, source: block.source, known: 'example' }]
    : headers;
}

/** The head of an example message. */
function inHeader(block: Block): readonly AuthDescription[] {
  if (block.kind !== 'code' || !/^Authorization:/m.test(block.text)) return [];
  return textsOf(block).flatMap((text) => fromHeader(text, block.source, 'example'));
}

/** A parameter called `signature` that holds a keyed hash of the others, and the header that holds the key. */
function signed(items: readonly Item[], page: PageContext): AuthDescription | undefined {
  if (!/hmac/i.test(page.analysis.page.text)) return undefined;
  const texts = items.flatMap(({ block }) =>
    block.kind === 'paragraph' || block.kind === 'list'
      ? [{ text: marked(block), source: block.source }]
      : [],
  );
  const all = items
    .map(
      ({ block, captions, section }) => `${section.title} ${captions.join(' ')} ${textsOf(block).join(' ')}`,
    )
    .join('\n');
  const algorithm = /\bHMAC[- ]?SHA-?(1|256|384|512)\b|\b-?sha(256|512)\b[^\n]{0,40}\bhmac\b/i.exec(all);
  const about = texts.find(
    ({ text }) =>
      /\b(?:parameter|header)s?\b/i.test(text) &&
      codesIn(text).some((code) => /^(?:x-)?(?:\w+-)*sign(?:ature)?$/i.test(code)),
  );
  if (!algorithm || !about) return undefined;
  const signature = codesIn(about.text).find((code) => /sign(?:ature)?$/i.test(code)) ?? 'signature';
  const inQuery = /\bquery\b/i.test(plain(about.text));
  const key = texts
    .flatMap(({ text }) => (/\bheader\b/i.test(text) ? codesIn(text) : []))
    .find((code) => /^[A-Z][\w-]*(?:KEY|Key)[\w-]*$/.test(code));
  page.lines.take(about.source);
  return {
    name: 'hmac',
    scheme: 'hmac',
    options: {
      algorithm: `SHA-${algorithm[1] ?? algorithm[2] ?? '256'}`,
      over: 'query+body',
      encoding: 'hex',
      signature: { in: inQuery ? 'query' : 'header', name: signature },
      ...(key !== undefined && { key: { in: 'header', name: key } }),
    },
    source: about.source,
    known: 'stated',
  };
}

const marked = (block: Extract<Block, { kind: 'paragraph' | 'list' }>): string =>
  block.kind === 'paragraph'
    ? withoutLinks(phraseOf(block.inline).text)
    : block.items.map(({ inline }) => (inline ? withoutLinks(phraseOf(inline).text) : '')).join('\n');
