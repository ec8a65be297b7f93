import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { rangeAt, startOf } from '../diagnostics/lines.js';
import type { Report } from '../diagnostics/report.js';
import type { ConfigSource, Path } from './source.js';

/** Reads a configuration in JSON; `file` is its name in diagnostics. Undefined, and reported, where it is no JSON. */
export function readJson(file: string, text: string, report: Report): ConfigSource | undefined {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  for (const { error, offset, length } of errors.slice(0, 1)) {
    const problem = `${inWords(printParseErrorCode(error))} (JSON)`;
    report('config-unreadable', { problem }, rangeAt(file, text, offset, length));
  }
  if (errors.length > 0 || !tree) return undefined;
  const locate: ConfigSource['locate'] = async (path, of) => {
    const node = nearestNode(tree, path, of);
    return node ? rangeAt(file, text, node.offset, node.length) : startOf(file);
  };
  return { value: JSON.parse(text) as unknown, locate };
}

function nearestNode(tree: Node, path: Path, of: 'key' | 'value'): Node | undefined {
  const node = findNodeAtLocation(tree, [...path]);
  if (!node) return path.length > 0 ? nearestNode(tree, path.slice(0, -1), of) : undefined;
  return of === 'key' && node.parent?.type === 'property' ? node.parent.children?.[0] : node;
}

/** `PropertyNameExpected` as `property name expected`. */
const inWords = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase();
