import type { BlockContent, Code, DefinitionContent, Parents, RootContent } from 'mdast';

/**
 * Joins what engines take apart: behind a list or a quotation that something less indented has ended, each line of
 * indented code is a block of its own to the fast one, and the first line to both. Two blocks of indented code never
 * follow each other (CommonMark 4.4), so whatever looks like two is one.
 */
export function joinIndentedCode(root: Parents, text: string): void {
  const parents = [root];
  // The list grows while it is gone through: a page may nest deeper than functions may.
  for (const parent of parents) {
    joinSiblings(parent, text);
    for (const child of parent.children) if (holdsBlocks(child)) parents.push(child);
  }
}

function joinSiblings({ children }: Parents, text: string): void {
  for (let at = children.length - 1; at > 0; at--) {
    const lower = children[at];
    const upper = children[at - 1];
    if (!isIndented(lower, text) || !isIndented(upper, text)) continue;
    const between = text.slice(upper.position?.end.offset, lower.position?.start.offset);
    upper.value += `${blankLines(between)}${lower.value}`;
    if (upper.position && lower.position) upper.position.end = lower.position.end;
    children.splice(at, 1);
  }
}

const holdsBlocks = (
  node: RootContent | BlockContent | DefinitionContent,
): node is Extract<RootContent, Parents> =>
  node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote';

const isIndented = (node: RootContent | undefined, text: string): node is Code =>
  node?.type === 'code' && /[ \t]/.test(text[node.position?.start.offset ?? 0] ?? '');

/** The line ends between two pieces, with what blank lines have beyond the indentation of code. */
const blankLines = (between: string): string => between.replace(/\r\n?/g, '\n').replace(/\n {0,4}/g, '\n');
