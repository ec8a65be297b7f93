import type { CodeBlock } from '../../../../markdown/blocks.js';
import { sideOfBare } from './bare-json.js';
import { parseCurl } from './curl.js';
import { parseRequestLine, type RequestLine } from './request-line.js';
import { parseExample, type ExampleValue } from './json-example.js';
import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { roleOfItem } from './places.js';
import type { Item } from './sections.js';

/** A request that a page shows. */
export interface ExampleRequest {
  readonly block: CodeBlock;
  /** How many lines of the block stand above the body. */
  readonly offset: number;
  readonly value?: ExampleValue;
  readonly media?: string;
  /** Keys and values behind its path. */
  readonly query?: RequestLine['query'];
}

/** The bodies of requests that a site shows: alone, in messages, and in calls of curl. */
export function exampleRequests(site: OperationSite, page: PageContext): readonly ExampleRequest[] {
  const found = site.items.flatMap((item) => {
    if (item.block.kind !== 'code') return [];
    const shown = isAnswer(item, site) ? undefined : shownRequest(item, item.block, site, page);
    if (shown) page.lines.take(item.block.source);
    return shown ? [shown] : [];
  });
  return insideKey(found);
}

/** One example may show what is inside of the only key of another: `{ "name": … }` and `{ "item": { "name": … } }`. */
function insideKey(examples: readonly ExampleRequest[]): readonly ExampleRequest[] {
  const [first, ...others] = examples;
  if (first?.value?.kind !== 'object') return examples;
  const names = new Set(first.value.members.map(({ name }) => name));
  for (const { value } of others) {
    const [only, ...more] = value?.kind === 'object' ? value.members : [];
    if (!only || more.length > 0 || names.has(only.name) || only.value.kind !== 'object') continue;
    if (only.value.members.length > 0 && only.value.members.every(({ name }) => names.has(name)))
      return [{ ...first, value: { ...first.value, members: [{ ...only, value: first.value }] } }];
  }
  return examples;
}

/** JSON directly below a call, which sends none of it, is what comes back. */
export function isAnswer({ block, lead, section, captions }: Item, { items }: OperationSite): boolean {
  if (block.kind !== 'code' || lead || captions.length > 0 || !/^\s*[[{]/.test(block.text)) return false;
  const at = items.findIndex((one) => one.block === block);
  const call = items[at - 1];
  if (call?.block.kind !== 'code' || call.section !== section || !/\bcurl\b/.test(call.block.text))
    return false;
  const isShownBefore = items
    .slice(0, at - 1)
    .some((one) => one.block.kind === 'code' && /^\s*[[{]/.test(one.block.text));
  return isShownBefore || !/(?:-d|--data\S*|--json)[ =]['"]?@/.test(call.block.text);
}

function shownRequest(
  item: Item,
  block: CodeBlock,
  site: OperationSite,
  page: PageContext,
): ExampleRequest | undefined {
  if (/\bcurl\b/.test(block.text)) return fromCurl(block);
  if (/^\s*[A-Z]{3,7} \S+/.test(block.text) && !/^\s*HTTP\//.test(block.text)) return fromMessage(block);
  const role = roleOfItem(item, site.section, page.guide.style.reading);
  const side = role.side ?? sideOfBare(item, site);
  if (side === 'response' || side === 'errors' || role.status !== undefined) return undefined;
  if (side !== 'request' && !/\b(?:request|payload|body|send)\b/i.test(item.lead?.text ?? ''))
    return undefined;
  const value = parseExample(block.text);
  return value && { block, offset: 0, value, media: 'application/json' };
}

function fromCurl(block: CodeBlock): ExampleRequest | undefined {
  const call = parseCurl(block.text);
  if (!call) return undefined;
  const said = call.headers
    .find(({ name }) => name.toLowerCase() === 'content-type')
    ?.value.split(';')[0]
    ?.trim();
  const [data] = call.data;
  const value = data === undefined || data.startsWith('@') ? undefined : parseExample(data);
  const at = value && data ? block.text.indexOf(data) : -1;
  const media =
    said ??
    (value
      ? 'application/json'
      : call.form.length > 0
        ? 'multipart/form-data'
        : data !== undefined && !data.startsWith('@')
          ? 'application/x-www-form-urlencoded'
          : undefined);
  if (!value && media === undefined && call.line.query.length === 0) return undefined;
  return {
    block,
    query: call.line.query,
    offset: at < 0 ? 0 : block.text.slice(0, at).split('\n').length - 1,
    ...(value && { value }),
    ...(media !== undefined && { media }),
  };
}

/** The head of a message, an empty line, and the body. */
function fromMessage(block: CodeBlock): ExampleRequest | undefined {
  const media = /^content-type:\s*([\w./+-]+)/im.exec(block.text)?.[1];
  const start = block.text.search(/\n\s*[[{]/);
  const value = start < 0 ? undefined : parseExample(block.text.slice(start + 1));
  const query = parseRequestLine(block.text.trim().split('\n')[0] ?? '')?.query ?? [];
  if (!value && media === undefined && query.length === 0) return undefined;
  return {
    block,
    query,
    offset: start < 0 ? 0 : block.text.slice(0, start + 1).split('\n').length - 1,
    ...(value && { value, media: media ?? 'application/json' }),
    ...(media !== undefined && { media }),
  };
}
