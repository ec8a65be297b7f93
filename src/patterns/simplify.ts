import type { AST } from '@eslint-community/regexpp';
import { type Expression, parseExpression } from './expression.js';

/** Whether the expression is found in every text: it can match the empty text, and asserts nothing. */
export const isFoundEverywhere = ({ tree }: Expression): boolean => tree.alternatives.some(canBeEmpty);

const canBeEmpty = (alternative: AST.Alternative): boolean => alternative.elements.every(matchesEmpty);

function matchesEmpty(element: AST.Element): boolean {
  switch (element.type) {
    case 'Quantifier':
      return element.min === 0 || matchesEmpty(element.element);
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.some(canBeEmpty);
    default:
      return false;
  }
}

/**
 * A shorter expression that is found in the same texts. A documented pattern may be found anywhere in a text, so that an
 * optional part at either end tests nothing: `(arn:)?[a-z]+(:.*)?` is found where `[a-z]` is. Groups lose their captures,
 * which nobody reads. Expressions that refer to their groups stay as they are.
 */
export function simplifyForTest(expression: Expression): Expression {
  const { source, flags, tree } = expression;
  if (dependsOnGroups.test(source)) return expression;
  const alternatives = tree.alternatives.flatMap((alternative) =>
    withoutGroup(trimEnd(trimStart(nodesOf(alternative)))),
  );
  const simplified = alternatives.map(print).join('|');
  return simplified === source ? expression : parseExpression(simplified, flags);
}

/** References to groups, and `\0`, which must not come to stand before a digit, as in `(\0)1`. */
const dependsOnGroups = /\\(?:[0-9]|k<)/;

/** An alternative that consists of one group is replaced by the alternatives of the group. */
function withoutGroup(nodes: Nodes): readonly Nodes[] {
  const [only, ...others] = nodes;
  return only?.kind === 'group' && others.length === 0 ? only.alternatives.flatMap(withoutGroup) : [nodes];
}

/** An element of an alternative. Everything but groups keeps its spelling. */
type Node =
  | { readonly kind: 'text'; readonly source: string }
  | { readonly kind: 'group'; readonly alternatives: readonly Nodes[] }
  | { readonly kind: 'repeated'; readonly node: Node; readonly min: number; readonly quantifier: string };

type Nodes = readonly Node[];

const nodesOf = (alternative: AST.Alternative): Nodes => alternative.elements.map(nodeOf);

function nodeOf(element: AST.Element): Node {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return { kind: 'group', alternatives: element.alternatives.map(nodesOf) };
    case 'Quantifier': {
      const quantifier = element.raw.slice(element.element.raw.length);
      return { kind: 'repeated', node: nodeOf(element.element), min: element.min, quantifier };
    }
    default:
      return { kind: 'text', source: element.raw };
  }
}

function trimStart(nodes: Nodes): Nodes {
  const [first, ...rest] = nodes;
  if (!first) return nodes;
  const trimmed = trim(first, trimStart);
  if (trimmed === undefined) return trimStart(rest);
  return [...trimmed, ...rest];
}

function trimEnd(nodes: Nodes): Nodes {
  const last = nodes.at(-1);
  if (!last) return nodes;
  const trimmed = trim(last, trimEnd);
  if (trimmed === undefined) return trimEnd(nodes.slice(0, -1));
  return [...nodes.slice(0, -1), ...trimmed];
}

/** What is left of a node at an end of the expression; undefined if it is optional. */
function trim(node: Node, trimNodes: (nodes: Nodes) => Nodes): Nodes | undefined {
  switch (node.kind) {
    case 'text':
      return [node];
    case 'group': {
      const alternatives = node.alternatives.map(trimNodes);
      return alternatives.some((alternative) => alternative.length === 0)
        ? undefined
        : [{ kind: 'group', alternatives }];
    }
    case 'repeated':
      if (node.min === 0) return undefined;
      if (node.min === 1) return trim(node.node, trimNodes);
      return [{ ...node, quantifier: `{${String(node.min)}}` }];
  }
}

const print = (nodes: Nodes): string => nodes.map(printNode).join('');

function printNode(node: Node): string {
  switch (node.kind) {
    case 'text':
      return node.source;
    case 'group': {
      const [only, ...others] = node.alternatives;
      return only && others.length === 0 ? print(only) : printGroup(node.alternatives);
    }
    case 'repeated':
      return `${printRepeatable(node.node)}${node.quantifier}`;
  }
}

const printGroup = (alternatives: readonly Nodes[]): string => `(?:${alternatives.map(print).join('|')})`;

/** A single character or class needs no group around it. */
function printRepeatable(node: Node): string {
  if (node.kind !== 'group') return node.kind === 'text' ? node.source : printGroup([[node]]);
  const [only, ...others] = node.alternatives;
  const [single, ...more] = only ?? [];
  if (others.length === 0 && more.length === 0 && single) {
    return single.kind === 'repeated' || isAssertion(single)
      ? printGroup([[single]])
      : printRepeatable(single);
  }
  return printGroup(node.alternatives);
}

const isAssertion = (node: Node): boolean =>
  node.kind === 'text' && /^(?:\^|\$|\\[bB]$|\(\?)/.test(node.source);
