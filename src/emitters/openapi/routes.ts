import type { OperationBinding } from '../../ecosystems/protocol.js';

/** Where one operation stands among the paths of the document. */
export interface Route {
  readonly binding: OperationBinding;
  /** The key in `paths`. */
  readonly path: string;
  /** What the path calls each label. */
  readonly labels: readonly Label[];
  /** The query that belongs to the URI itself. */
  readonly fixedQuery: readonly (readonly [key: string, value: string])[];
}

export interface Label {
  /** As the URI calls it. */
  readonly name: string;
  /** As the path calls it. */
  readonly parameter: string;
  /** It takes the rest of the path, slashes and all. */
  readonly greedy: boolean;
}

/**
 * A path and method of its own for each operation. What selects the operation, a header or a member of the body, tells operations
 * apart that all have one path, so it is written behind `#`, which never travels. So are, where another operation has the path and method already, the fixed
 * query or the name; operations without a fixed query go first.
 */
export function planRoutes(bindings: readonly OperationBinding[]): readonly Route[] {
  const templates = new Map<string, Route>();
  const taken = new Set<string>();
  const planned = bindings.map(routeOf).sort(byFixedQuery);
  const routes = planned.map((route) => {
    const template = templateOf(route);
    const like = templates.get(template);
    if (!like) templates.set(template, route);
    const placed = apart(like ? withLabelsOf(like, route) : route, taken);
    taken.add(keyOf(placed));
    return placed;
  });
  return bindings.flatMap((binding) => routes.find((route) => route.binding === binding) ?? []);
}

const byFixedQuery = (one: Route, other: Route): number =>
  Math.sign(one.fixedQuery.length) - Math.sign(other.fixedQuery.length);

const keyOf = ({ binding, path }: Route): string => `${binding.request.method} ${path}`;

function routeOf(binding: OperationBinding): Route {
  const { path: uri, selector } = binding.request;
  const [path = '', ...query] = uri.split('?');
  const labels: Label[] = [];
  const key = `/${path.replace(/^\/+|\/+$/gu, '')}`
    .split(/(\{[^{}+]+\+?\})/u)
    .map((part, index) => (index % 2 === 0 ? encodePath(part) : label(part, labels)))
    .join('');
  const fixedQuery = [...new URLSearchParams(wellFormed(query.join('?')))];
  const mark = selector === undefined ? '' : `#${selector.name}=${encodeName(selector.value)}`;
  return { binding, path: key + mark, labels, fixedQuery };
}

/** The route, marked so that no other one has its path and method. */
function apart(route: Route, taken: ReadonlySet<string>): Route {
  const fixed = route.fixedQuery.map(
    ([name, value]) => encodeName(name) + (value && `=${encodeName(value)}`),
  );
  const name = encodeName(route.binding.operation.name);
  const sign = route.path.includes('#') ? '&' : '#';
  const marks = ['', `${sign}${fixed.join('&')}`, `${sign}${name}`, `${sign}${[...fixed, name].join('&')}`];
  const candidates = marks
    .filter((mark) => mark !== sign)
    .map((mark) => ({ ...route, path: route.path + mark }));
  return candidates.find((candidate) => !taken.has(keyOf(candidate))) ?? route;
}

/** Puts a label into the path, under a name that every tool reads; labels do not travel by name. */
function label(text: string, labels: Label[]): string {
  const [, name = '', plus] = /^\{([^+]+)(\+?)\}$/u.exec(text) ?? [];
  const base = name.replace(/[^a-zA-Z0-9_-]/gu, '_');
  let parameter = base;
  for (let number = 2; labels.some((other) => other.parameter === parameter); number += 1)
    parameter = `${base}${String(number)}`;
  labels.push({ name, parameter, greedy: plus === '+' });
  return `{${parameter}}`;
}

/** Lone halves of surrogate pairs cannot be encoded. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

export const encodeName = (text: string): string =>
  encodeURIComponent(wellFormed(text)).replace(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** What is no label stands for itself: braces, spaces and the like are percent-encoded, what is encoded stays. */
const encodePath = (text: string): string =>
  encodeURI(wellFormed(text))
    .replaceAll('%25', '%')
    .replace(/%(?![0-9a-f]{2})/giu, '%25')
    .replaceAll('#', '%23');

/** Paths that differ in the names of labels alone are one path to OpenAPI. */
const templateOf = ({ path }: Route): string => path.replace(/\{[^{}]*\}/gu, '{}');

/** The route with the labels named as the first route of the same template names them. */
function withLabelsOf(first: Route | undefined, route: Route): Route {
  if (!first) return route;
  const labels = route.labels.map((own, index) => ({
    ...own,
    parameter: first.labels[index]?.parameter ?? own.parameter,
  }));
  return { ...route, labels, path: first.path };
}
