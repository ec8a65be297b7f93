import type { CodeBlock } from '../../../../markdown/blocks.js';
import { isAnswer } from './example-requests.js';
import { sideOfBare } from './bare-json.js';
import { withLinesMoved, parseExample, type ExampleMember, type ExampleValue } from './json-example.js';
import { distinctMembers } from './example-types.js';
import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { roleOfItem } from './places.js';
import type { Item } from './sections.js';

/** A body of a response that a page shows. */
export interface FoundExample {
  readonly value: ExampleValue;
  readonly block: CodeBlock;
  readonly offset: number;
}

/** The bodies of responses of success that a site shows, or of those with this status. */
export function examplesIn(
  site: OperationSite,
  page: PageContext,
  status: number | undefined,
): readonly FoundExample[] {
  const found = site.items.flatMap((item) => {
    const shown = item.block.kind === 'code' ? responseText(item.block) : undefined;
    if (!shown || item.block.kind !== 'code') return [];
    const role = roleOfItem(item, site.section, page.guide.style.reading);
    const said = shown.status ?? role.status;
    if (said !== undefined && (status === undefined ? said >= 300 : said !== status)) return [];
    if (
      role.side === 'errors' ||
      role.side === 'none' ||
      (role.side === 'request' && shown.status === undefined && !isAnswer(item, site))
    )
      return [];
    const bare = role.side === undefined && shown.status === undefined;
    if (bare && !comesBack(item, site)) return [];
    const value = parseExample(shown.text);
    return value ? [{ value: unwrapped(value, page), block: item.block, offset: shown.offset }] : [];
  });
  for (const { block } of found) page.lines.take(block.source);
  return found;
}

/** JSON that nothing heads shows what comes back where no request is spoken of. */
const comesBack = (item: Item, site: OperationSite): boolean => {
  const side = sideOfBare(item, site);
  return side === undefined ? isShown(item) : side === 'response';
};

const isShown = ({ block, lead }: Item): boolean =>
  block.kind === 'code' &&
  /^(?:json|jsonc|json5|js|javascript|)$/i.test(block.lang ?? '') &&
  !/\b(?:request|body|payload|send|error|fail)/i.test(lead?.text ?? '');

/** The JSON of a block, alone or behind the head of a message. */
function responseText({
  text,
}: CodeBlock): { readonly text: string; readonly offset: number; readonly status?: number } | undefined {
  const status = /^\s*HTTP\/\d(?:\.\d)? ([1-5]\d\d)\b/.exec(text)?.[1];
  if (status === undefined)
    return /^\s*(?:[[{]|"?[\w-]+"?\s*:\s*[[{]|"[\w-]+"\s*:)/.test(text) ||
      /^\s*(?:\/\/[^\n]*\n\s*)+[[{]/.test(text)
      ? { text, offset: 0 }
      : undefined;
  const start = text.search(/\n\s*[[{]/);
  if (start < 0) return { text: '', offset: 0, status: Number(status) };
  return {
    text: text.slice(start + 1),
    offset: text.slice(0, start + 1).split('\n').length - 1,
    status: Number(status),
  };
}

/** What stands in the envelope that the guide puts around every answer. */
function unwrapped(value: ExampleValue, page: PageContext): ExampleValue {
  const { envelope } = page.guide.conventions();
  if (envelope === undefined || value.kind !== 'object') return value;
  const [only, ...others] = value.members;
  return only?.name === envelope && others.length === 0 ? only.value : value;
}

/** The members that examples show: those of all objects, or of the objects in the first list. */
export function shownMembers(examples: readonly FoundExample[]): readonly ExampleMember[] {
  const object = united(examples);
  return object?.kind === 'object' ? distinctMembers(object.members) : objectIn(examples[0]?.value);
}

const objectIn = (value: ExampleValue | undefined): readonly ExampleMember[] => {
  const inner = value?.kind === 'list' ? value.items.find(({ kind }) => kind === 'object') : value;
  return inner?.kind === 'object' ? inner.members : [];
};

/** The members of all objects among the examples, as if they stood in the first; undefined where that is none. */
export function united(examples: readonly FoundExample[]): ExampleValue | undefined {
  const [first] = examples;
  if (first?.value.kind !== 'object') return undefined;
  const start = startOf(first);
  return {
    ...first.value,
    members: examples.flatMap((one) => {
      const moved = withLinesMoved(one.value, startOf(one) - start);
      return moved.kind === 'object' ? moved.members : [];
    }),
  };
}

const startOf = ({ block, offset }: FoundExample): number => block.line + offset;
