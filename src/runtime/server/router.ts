import { type Fields, put } from '../schema/members.js';
import type { OperationSchema } from '../schema/schema.js';
import type { RouteMatch, Router } from '../messages.js';

/** A route that ends here. */
interface Leaf<Target> {
  /** The labels on the way, in their order. */
  readonly labels: readonly string[];
  readonly fixed: readonly (readonly [key: string, value: string])[];
  readonly target: Target;
}

/** A segment that holds more than one label, or text beside one, such as `{id}.json`. */
interface MixedSegment<Target> {
  readonly text: string;
  /** With a group for each label. */
  readonly pattern: RegExp;
  readonly next: Node<Target>;
}

/**
 * What may follow a piece of a path: literal segments, segments with labels in them, one label, or a label that takes
 * several segments.
 */
interface Node<Target> {
  readonly literals: Map<string, Node<Target>>;
  readonly mixed: MixedSegment<Target>[];
  label?: Node<Target>;
  greedy?: Node<Target>;
  readonly leaves: Leaf<Target>[];
}

/** The routes of one method: as a tree, and by their URLs where those are the same in every request. */
interface Routes<Target> {
  readonly root: Node<Target>;
  readonly literal: Map<string, RouteMatch<Target>>;
}

/** What labels took on the way, still encoded, and the query to choose a leaf by. */
interface Search {
  readonly segments: readonly string[];
  readonly taken: string[];
  readonly query: string;
}

/**
 * Routes by method and path: a literal segment is preferred to a label, a label to a greedy one (`{name+}`), and of equal
 * paths the one that fixes more of the query, as Smithy's HTTP bindings say. A segment with text beside its labels comes
 * between literal ones and labels, and what `{name?}` says may be left out. A slash at the end does not count.
 */
export function pathRouter<Target>(entries: readonly (readonly [OperationSchema, Target])[]): Router<Target> {
  const methods = new Map<string, Routes<Target>>();
  for (const [{ method, uri }, target] of entries) {
    const routes = methods.get(method) ?? { root: createNode<Target>(), literal: new Map() };
    methods.set(method, routes);
    addRoute(routes.root, uri, target);
  }
  for (const [{ method, uri }] of entries) addLiteral(methods.get(method), uri);
  return {
    find(request) {
      const routes = methods.get(request.method);
      return routes && (routes.literal.get(request.url) ?? findIn(routes.root, request.url));
    },
  };
}

/** Where a URL without labels and query leads is looked up once. */
function addLiteral<Target>(routes: Routes<Target> | undefined, uri: string): void {
  const match = routes && !/[{?]/.test(uri) ? findIn(routes.root, uri) : undefined;
  if (match) routes?.literal.set(uri, match);
}

function createNode<Target>(): Node<Target> {
  return { literals: new Map(), mixed: [], leaves: [] };
}

function segmentsOf(path: string): string[] {
  const segments = path.split('/');
  return segments.includes('', 1) ? segments.filter((segment) => segment !== '') : segments.slice(1);
}

function addRoute<Target>(root: Node<Target>, uri: string, target: Target): void {
  const optional = /\/?\{([^}+?]+)\?\}/.exec(uri);
  if (optional) {
    addRoute(root, uri.replace(optional[0], ''), target);
    addRoute(root, uri.replace(`${optional[1]}?}`, `${optional[1]}}`), target);
    return;
  }
  const [path = '', query = ''] = uri.split('?');
  const labels: string[] = [];
  let node = root;
  for (const segment of segmentsOf(path)) {
    const names = [...segment.matchAll(/\{([^}+]+)\+?\}/g)];
    for (const [, name = ''] of names) labels.push(name);
    node = childOf(node, segment, names);
  }
  node.leaves.push({ labels, fixed: [...new URLSearchParams(query)], target });
  node.leaves.sort((one, other) => other.fixed.length - one.fixed.length);
}

function childOf<Target>(
  node: Node<Target>,
  segment: string,
  [label]: readonly RegExpExecArray[],
): Node<Target> {
  if (!label) return literalChild(node, segment);
  if (label[0] !== segment) return mixedChild(node, segment);
  return labelChild(node, segment.endsWith('+}') ? 'greedy' : 'label');
}

function mixedChild<Target>(node: Node<Target>, text: string): Node<Target> {
  const known = node.mixed.find((segment) => segment.text === text);
  if (known) return known.next;
  const next = createNode<Target>();
  node.mixed.push({ text, pattern: patternOf(text), next });
  node.mixed.sort((one, other) => literalLength(other.text) - literalLength(one.text));
  return next;
}

/** The more text stands beside its labels, the less a segment takes: `{a},{b},{c}` comes before `{a},{b}`. */
const literalLength = (segment: string): number => segment.replace(/\{[^}]+\}/g, '').length;

/**
 * All labels but the last end where the text behind them begins, so that there is one way to match and long paths cost no
 * more than their length.
 */
function patternOf(segment: string): RegExp {
  const pieces = segment.split(/\{[^}]+\}/);
  const last = pieces.length - 2;
  const source = pieces.map((piece, at) => {
    const literal = escapeText(piece);
    if (at > last) return literal;
    const stop = at < last && pieces[at + 1] ? `[^${escapeText((pieces[at + 1] ?? '').charAt(0))}]` : '.';
    return `${literal}(${stop}+)`;
  });
  return new RegExp(`^${source.join('')}$`);
}

const escapeText = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

function literalChild<Target>(node: Node<Target>, segment: string): Node<Target> {
  const child = node.literals.get(segment) ?? createNode<Target>();
  node.literals.set(segment, child);
  return child;
}

function labelChild<Target>(node: Node<Target>, kind: 'label' | 'greedy'): Node<Target> {
  return (node[kind] ??= createNode<Target>());
}

function findIn<Target>(root: Node<Target>, url: string): RouteMatch<Target> | undefined {
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  const search = { segments: segmentsOf(path), taken: [], query: end < 0 ? '' : url.slice(end + 1) };
  const leaf = walk(root, 0, search);
  return leaf && { target: leaf.target, labels: labelsOf(leaf, search) };
}

function labelsOf(leaf: Leaf<unknown>, { taken }: Search): { readonly [name: string]: string } {
  const labels: Fields & { [name: string]: string } = {};
  leaf.labels.forEach((name, index) => put(labels, name, decode(taken[index] ?? '')));
  return labels;
}

function walk<Target>(node: Node<Target>, index: number, search: Search): Leaf<Target> | undefined {
  const segment = search.segments[index];
  if (segment === undefined) return node.leaves.find(({ fixed }) => holds(fixed, search.query));
  const literal = node.literals.get(segment);
  return (
    (literal && walk(literal, index + 1, search)) ??
    (node.mixed.length > 0 ? walkMixed(node.mixed, index, search) : undefined) ??
    (node.label && walkTaking(node.label, index, index + 1, search)) ??
    (node.greedy && walkGreedy(node.greedy, index, search))
  );
}

function walkMixed<Target>(
  mixed: readonly MixedSegment<Target>[],
  index: number,
  search: Search,
): Leaf<Target> | undefined {
  const { segments, taken } = search;
  for (const { pattern, next } of mixed) {
    const [, ...labels] = pattern.exec(segments[index] ?? '') ?? [];
    if (labels.length === 0) continue;
    taken.push(...labels);
    const leaf = walk(next, index + 1, search);
    if (leaf) return leaf;
    taken.length -= labels.length;
  }
  return undefined;
}

/** Lets a greedy label take what the rest of a template leaves it, and everything where there is no rest. */
function walkGreedy<Target>(node: Node<Target>, index: number, search: Search): Leaf<Target> | undefined {
  for (let end = index + 1; end <= search.segments.length; end += 1) {
    const leaf = walkTaking(node, index, end, search);
    if (leaf) return leaf;
  }
  return undefined;
}

/** Goes on behind a label that takes some segments, and takes them back where that leads nowhere. */
function walkTaking<Target>(
  node: Node<Target>,
  start: number,
  end: number,
  search: Search,
): Leaf<Target> | undefined {
  search.taken.push(search.segments.slice(start, end).join('/'));
  const leaf = walk(node, end, search);
  if (!leaf) search.taken.pop();
  return leaf;
}

function holds(fixed: Leaf<unknown>['fixed'], query: string): boolean {
  if (fixed.length === 0) return true;
  const given = new URLSearchParams(query);
  return fixed.every(([key, value]) => given.getAll(key).includes(value));
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
