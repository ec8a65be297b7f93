import type { Node, ParseError } from 'jsonc-parser';
import { rangeAt, startOf } from '../diagnostics/position.js';
import type { Report } from '../diagnostics/report.js';
import type { ConfigSource, Path } from './source.js';

/** Reads a configuration in JSON; `file` is its name in diagnostics. Undefined, and reported, where it is no JSON. */
export async function readJson(
  file: string,
  text: string,
  report: Report,
): Promise<ConfigSource | undefined> {
  const parsed = parse(text);
  if (parsed) return { value: parsed.value, file, text, locate: locatorOf(file, text) };
  const { parseTree, printParseErrorCode } = await import('jsonc-parser');
  const errors: ParseError[] = [];
  parseTree(text, errors, strictly);
  for (const { error, offset, length } of errors.slice(0, 1)) {
    const problem = `${inWords(printParseErrorCode(error))} (JSON)`;
    report('config-unreadable', { problem }, rangeAt(file, text, offset, length));
  }
  if (errors.length === 0) report('config-unreadable', { problem: 'it is not JSON' }, startOf(file));
  return undefined;
}

const strictly = { disallowComments: true, allowTrailingComma: false };

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** The parser that knows places is only loaded where one is asked for. */
const locatorOf =
  (file: string, text: string): ConfigSource['locate'] =>
  async (path, of) => {
    const { findNodeAtLocation, parseTree } = await import('jsonc-parser');
    const tree = parseTree(text, [], strictly);
    const nodeAt = (at: Path) => tree && findNodeAtLocation(tree, [...at]);
    const node = nearestNode(nodeAt, path, of);
    return node ? rangeAt(file, text, node.offset, node.length) : startOf(file);
  };

function nearestNode(
  nodeAt: (path: Path) => Node | undefined,
  path: Path,
  of: 'key' | 'value',
): Node | undefined {
  const node = nodeAt(path);
  if (!node) return path.length > 0 ? nearestNode(nodeAt, path.slice(0, -1), of) : undefined;
  return of === 'key' && node.parent?.type === 'property' ? node.parent.children?.[0] : node;
}

/** `PropertyNameExpected` as `property name expected`. */
const inWords = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase();
