import type { CodeBlock } from '../../../../../markdown/blocks.js';
import { parseCurl } from '../curl.js';
import { parseExample, type ExampleMember, type ExampleValue } from '../json-example.js';
import type { OperationSite } from '../operation-sites.js';

/** A message of JSON-RPC that a page shows, and where. */
export interface ShownMessage {
  readonly block: CodeBlock;
  /** How many lines of the block stand above it. */
  readonly offset: number;
  readonly members: readonly ExampleMember[];
}

/** The messages that the examples of a site show: as JSON, among other lines, and as what a command sends. */
export const messagesOf = ({ items }: OperationSite): readonly ShownMessage[] =>
  items.flatMap(({ block }) => (block.kind === 'code' ? messagesIn(block) : []));

const known = new WeakMap<CodeBlock, readonly ShownMessage[]>();

/** Those of one block. */
export function messagesIn(block: CodeBlock): readonly ShownMessage[] {
  const before = known.get(block);
  if (before) return before;
  const found = findMessages(block).filter(({ members }) =>
    members.some(({ name }) => ['method', 'result', 'error'].includes(name)),
  );
  known.set(block, found);
  return found;
}

const MOST = 8;

function findMessages(block: CodeBlock): readonly ShownMessage[] {
  const found: ShownMessage[] = [];
  const add = (text: string, at: number): void => {
    const value = parseExample(text);
    const object = value?.kind === 'list' ? value.items.find(({ kind }) => kind === 'object') : value;
    if (object?.kind !== 'object') return;
    found.push({ block, offset: block.text.slice(0, at).split('\n').length - 1, members: object.members });
  };
  const [data] = parseCurl(block.text)?.data ?? dataIn(block.text);
  if (data !== undefined) add(data.replaceAll('\\"', '"'), Math.max(block.text.indexOf(data), 0));
  for (const at of objectStarts(block.text)) add(block.text.slice(at), at);
  return found;
}

/** What a command without an address sends. */
const dataIn = (text: string): readonly string[] => {
  const [, data] = /(?:-d|--data(?:-raw|-binary)?)[ =]{1,3}'([^']{1,20000})'/.exec(text) ?? [];
  return data === undefined ? [] : [data];
};

/** Where lines begin with an object or a list that stands in no other one. */
function objectStarts(text: string): readonly number[] {
  const starts: number[] = [];
  let depth = 0;
  let isFresh = true;
  for (let at = 0; at < text.length && starts.length < MOST; at += 1) {
    const char = text[at] ?? '';
    if (isFresh && depth === 0 && (char === '{' || char === '[')) starts.push(at);
    if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth = Math.max(0, depth - 1);
    isFresh = char === '\n' || (isFresh && /\s/.test(char));
  }
  return starts;
}

/** What a member of the first message that has it holds. */
export function shownValue(
  messages: readonly ShownMessage[],
  name: string,
): { readonly value: ExampleValue; readonly message: ShownMessage } | undefined {
  for (const message of messages) {
    const value = message.members.find((member) => member.name === name)?.value;
    if (value && value.kind !== 'null') return { value, message };
  }
  return undefined;
}
