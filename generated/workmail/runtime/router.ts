import type { OperationSchema } from './schema.js';
import type { RouteMatch, Router, ServerRequest } from './wire.js';

type Labels = readonly (readonly [name: string, value: string])[];

interface Leaf<Target> {
  readonly fixed: readonly (readonly [string, string])[];
  readonly target: Target;
}

/** What may follow a piece of a path: literal segments, one label, or a label that takes the rest. */
interface Node<Target> {
  readonly literals: Map<string, Node<Target>>;
  readonly labels: Map<string, Node<Target>>;
  readonly greedy: Map<string, Node<Target>>;
  readonly leaves: Leaf<Target>[];
}

/**
 * Routes by method and path, as Smithy's HTTP bindings say: a literal segment is preferred to a label, a label to a greedy
 * one, and of equal paths the one that fixes more of the query. A slash at the end does not count.
 */
export function pathRouter<Target>(entries: readonly (readonly [OperationSchema, Target])[]): Router<Target> {
  const methods = new Map<string, Node<Target>>();
  for (const [operation, target] of entries) {
    const root = methods.get(operation.method) ?? createNode<Target>();
    methods.set(operation.method, root);
    addRoute(root, operation.uri, target);
  }
  return {
    find(request) {
      const root = methods.get(request.method);
      return root && findIn(root, request);
    },
  };
}

function createNode<Target>(): Node<Target> {
  return { literals: new Map(), labels: new Map(), greedy: new Map(), leaves: [] };
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function addRoute<Target>(root: Node<Target>, uri: string, target: Target): void {
  const [path = '', query = ''] = uri.split('?');
  let node = root;
  for (const segment of segmentsOf(path)) {
    const [, label, plus] = /^\{([^}+]+)(\+?)\}$/.exec(segment) ?? [];
    const children = label === undefined ? node.literals : plus ? node.greedy : node.labels;
    const key = label ?? segment;
    const next = children.get(key) ?? createNode<Target>();
    children.set(key, next);
    node = next;
  }
  node.leaves.push({ fixed: [...new URLSearchParams(query)], target });
  node.leaves.sort((one, other) => other.fixed.length - one.fixed.length);
}

function findIn<Target>(root: Node<Target>, request: ServerRequest): RouteMatch<Target> | undefined {
  const [path = '', query = ''] = request.url.split('?');
  const segments = segmentsOf(path);
  const found = walk(root, segments, 0, [], (leaf) => holds(leaf.fixed, query));
  return found && { target: found.target, labels: Object.fromEntries(found.labels) };
}

function holds(fixed: Leaf<unknown>['fixed'], query: string): boolean {
  if (fixed.length === 0) return true;
  const given = new URLSearchParams(query);
  return fixed.every(([key, value]) => given.getAll(key).includes(value));
}

interface Found<Target> {
  readonly target: Target;
  readonly labels: Labels;
}

function walk<Target>(
  node: Node<Target>,
  segments: readonly string[],
  index: number,
  labels: Labels,
  accepts: (leaf: Leaf<Target>) => boolean,
): Found<Target> | undefined {
  const segment = segments[index];
  if (segment === undefined) {
    const leaf = node.leaves.find(accepts);
    return leaf && { target: leaf.target, labels };
  }
  const literal = node.literals.get(segment);
  const found = literal && walk(literal, segments, index + 1, labels, accepts);
  if (found) return found;
  for (const [name, next] of node.labels) {
    const inLabel = walk(next, segments, index + 1, [...labels, [name, decode(segment)]], accepts);
    if (inLabel) return inLabel;
  }
  return walkGreedy(node, segments, index, labels, accepts);
}

/** Lets a greedy label take what the rest of a template leaves it, and everything where there is no rest. */
function walkGreedy<Target>(
  node: Node<Target>,
  segments: readonly string[],
  index: number,
  labels: Labels,
  accepts: (leaf: Leaf<Target>) => boolean,
): Found<Target> | undefined {
  for (const [name, next] of node.greedy) {
    for (let end = index + 1; end <= segments.length; end += 1) {
      const value = segments.slice(index, end).map(decode).join('/');
      const found = walk(next, segments, end, [...labels, [name, value]], accepts);
      if (found) return found;
    }
  }
  return undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
