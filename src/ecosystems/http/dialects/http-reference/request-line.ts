import { normalizeLabels, withoutOptionalParts } from './path-labels.js';

/** A method and a path as a line of a page states them. */
export interface RequestLine {
  /** More than one where the line gives a choice. */
  readonly methods: readonly string[];
  /** `https://api.example.com`, where the line has it. */
  readonly server?: string;
  /** With labels as `{name}`, without a query. */
  readonly path: string;
  /** The labels in the order of the path. */
  readonly labels: readonly string[];
  readonly query: readonly QueryPart[];
  /** What stands behind the path. */
  readonly rest: string;
  /** The values that the page prints in the place of labels, by the labels. */
  readonly samples?: ReadonlyMap<string, string>;
  /** The same without parts of the path that may be missing. */
  readonly shorter?: readonly RequestLine[];
}

/** `key=value` behind a path; the value is an example or a label. */
export interface QueryPart {
  readonly key: string;
  readonly value: string;
}

const METHOD = '(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|LIST|TRACE|SEARCH|COPY|MOVE|PURGE|QUERY)';
const METHODS = `${METHOD}(?: ?(?:[|,/]|or|and) ?${METHOD})*`;
const LINE = new RegExp(`^(?:HTTP |curl )?["'\`]?(${METHODS})["'\`]?:? +["'\`]?(\\S[^\n]*)$`);
const ONLY_METHODS = new RegExp(`^["'\`]?(${METHODS})["'\`]?$`);

/** `GET /users/:id HTTP/1.1`, with whatever stands behind it. */
export function parseRequestLine(text: string): RequestLine | undefined {
  const [, methods, target] = LINE.exec(text.trim().slice(0, 2000)) ?? [];
  if (methods === undefined || target === undefined) return undefined;
  return requestOf(methodsIn(methods), target);
}

/** A target whose methods are known from elsewhere. */
export function requestOf(methods: readonly string[], target: string): RequestLine | undefined {
  const { url, rest } = cutTarget(target.trim());
  const [, server, after] = /^(https?:\/\/[^/?#\s]+)(.*)$/i.exec(url) ?? [];
  const path = after ?? url;
  if (server === undefined && !isPath(path)) return undefined;
  const [line, ...shorter] = withoutOptionalParts(path).map((one): RequestLine => {
    const { path: bare, query } = cutQuery(one);
    return {
      methods,
      ...(server !== undefined && { server }),
      ...normalizeLabels(withSlash(bare)),
      query,
      rest,
    };
  });
  return line && { ...line, ...(shorter.length > 0 && { shorter }) };
}

/** The methods of a text that holds nothing else. */
export function methodsOf(text: string): readonly string[] {
  const [, methods] = ONLY_METHODS.exec(text.trim()) ?? [];
  return methods === undefined ? [] : methodsIn(methods);
}

const methodsIn = (text: string): readonly string[] => text.match(new RegExp(METHOD, 'g')) ?? [];

const withSlash = (path: string): string => (path === '' || !/^[/]/.test(path) ? `/${path}` : path);

/** A path has a slash, and nothing that only sentences have. */
export const isPath = (text: string): boolean =>
  /^(?:\/|[\w{<$[:][^\s]*\/)/.test(text) &&
  !/[^\w\-.~{}:<>()[\]$@!*',;=%+/\\?&#|" ]/.test(text) &&
  !/^\/\//.test(text);

const OPENING = '{<[(';
const CLOSING = '}>])';

/** The target up to white space outside of brackets, and what follows it. */
function cutTarget(text: string): { readonly url: string; readonly rest: string } {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (OPENING.includes(char)) depth += 1;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[\s"'`]/.test(char))
      return { url: text.slice(0, at), rest: text.slice(at + 1).trim() };
  }
  if (depth > 0 && /\s/.test(text)) return cutAtSpace(text);
  return { url: text, rest: '' };
}

function cutAtSpace(text: string): { readonly url: string; readonly rest: string } {
  const at = text.search(/\s/);
  return { url: text.slice(0, at), rest: text.slice(at).trim() };
}

/** `/forms[?type=owned]`, `/users{?page,limit}` and `/users?page=2` have queries. */
function cutQuery(target: string): { readonly path: string; readonly query: readonly QueryPart[] } {
  const at = target.search(/[[{(]?[?&](?![^{]*\}[^?]*\?)/);
  if (at < 0) return { path: target.replace(/#.*$/, ''), query: [] };
  const search = target.slice(at);
  const template = /^\{[?&]([^}]*)\}$/.exec(search)?.[1];
  if (template !== undefined)
    return {
      path: target.slice(0, at),
      query: template.split(',').map((key) => ({ key: key.replace(/\*$/, '').trim(), value: '' })),
    };
  return {
    path: target.slice(0, at),
    query: search
      .replace(/[[(](?=[?&])/g, ' ')
      .split(/[?& ]+/)
      .flatMap(queryPart),
  };
}

function queryPart(text: string): readonly QueryPart[] {
  const [key = '', ...value] = withoutClosing(text).split('=');
  const name = key.replace(/[{}<>]/g, '').trim();
  const isName = /^[\w$@.-]{1,100}(?:\[\w*\]){0,5}$/.test(name);
  return isName ? [{ key: name, value: value.join('=') }] : [];
}

/** Parts of which the request line says that they may be left out end with what closes them. */
const withoutClosing = (text: string): string =>
  text
    .replace(/\]+$/, (signs) => (text.includes('[') ? signs : ''))
    .replace(/\)+$/, (signs) => (text.includes('(') ? signs : ''));
