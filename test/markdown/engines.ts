import type { Nodes } from 'mdast';

/**
 * A tree without what engines may leave out or add (empty fields, data), and with places as text. Of a hard break only the
 * start counts: before an indented lazy line the engines end it on different columns, and nothing reads where it ends.
 */
export function plain(node: Nodes): object {
  const { position, ...fields } = node;
  const { start, end } = position ?? { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
  const kept = Object.entries(fields)
    .filter(([key, value]) => key !== 'children' && key !== 'data' && value !== undefined && value !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    at: `${start.line}:${start.column}-${node.type === 'break' ? '' : `${end.line}:${end.column}`}`,
    ...Object.fromEntries(kept),
    ...('children' in node && { children: node.children.map(plain) }),
  };
}
