import type { Prefix } from './prefix.js';

/** An open fence. */
export interface Fence {
  readonly sign: string;
  readonly length: number;
  /** Where the container begins that holds it: it ends with the container at the latest. */
  readonly container: number;
  readonly indent: number;
  readonly quoted: boolean;
}

const OPEN = /(`{3,}|~{3,})(.*)/y;

/** The fence that opens behind a prefix. */
export function openFence(line: string, prefix: Prefix, container: number): Fence | undefined {
  const sign = line[prefix.offset];
  if (sign !== '`' && sign !== '~') return undefined;
  OPEN.lastIndex = prefix.offset;
  const [, marks = '', info = ''] = OPEN.exec(line) ?? [];
  if (marks === '' || (sign === '`' && info.includes('`'))) return undefined;
  return { sign, length: marks.length, container, indent: prefix.indent, quoted: prefix.quote > 0 };
}

/** True where a line belongs no more to what holds the fence, so that the fence ends unclosed. */
export const leavesFence = (fence: Fence, prefix: Prefix): boolean =>
  (fence.quoted && prefix.quote === 0) || prefix.indent < fence.container;

/** True for the line that closes a fence. */
export function closesFence(fence: Fence, line: string, prefix: Prefix): boolean {
  if (line[prefix.offset] !== fence.sign || prefix.indent > fence.indent + 3) return false;
  let end = prefix.offset;
  while (line[end] === fence.sign) end++;
  return end - prefix.offset >= fence.length && line.slice(end).trim() === '';
}
