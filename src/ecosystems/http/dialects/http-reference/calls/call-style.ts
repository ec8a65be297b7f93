import { rangeAt, type SourceRange } from '../../../../../diagnostics/position.js';
import type { Guide, Page } from '../../../../dialect.js';
import type { RpcVersion } from '../../../runtime/service.js';
import { serverTemplate, type ServerTemplate } from './server-template.js';

/** How methods are called by a guide that lists them by name. */
export type CallStyle = RpcStyle | PathStyle;

/** The body of a request to one URL says which method is called. */
export interface RpcStyle {
  readonly kind: 'rpc';
  readonly version: RpcVersion;
  /** The methods that messages of the guide call. */
  readonly names: ReadonlySet<string>;
  /** Whether most of those messages have their parameters in a list. */
  readonly positional: boolean;
  /** Where the first of them stands. */
  readonly source: SourceRange;
}

/** The name of the method is the end of the URL. */
export interface PathStyle extends ServerTemplate {
  readonly kind: 'path';
}

/** Undefined where a guide describes operations by method and path, or does not say how its methods are called. */
export function callStyleOf({ pages }: Guide): CallStyle | undefined {
  const all = [...pages.values()];
  const calls = all.flatMap(callsIn);
  const names = new Set(calls.map(({ name }) => name));
  if (names.size > 0 && names.size > pathsIn(all)) return rpcStyle(calls, names);
  const template = serverTemplate(all);
  return template && { kind: 'path', ...template };
}

interface ShownCall {
  readonly name: string;
  readonly version: RpcVersion;
  readonly params: 'list' | 'object' | undefined;
  readonly page: Page;
  readonly index: number;
}

/** `"method": "name"`, also within a text in quotes. */
const METHOD = /\\?"method\\?"\s{0,20}:\s{0,20}\\?"([A-Za-z_][\w.:/-]{0,80})\\?"/g;

/** The messages of a page that call a method: they have parameters or a version beside it. */
function callsIn(page: Page): readonly ShownCall[] {
  if (!page.text.includes('params') && !page.text.includes('jsonrpc')) return [];
  return [...page.text.matchAll(METHOD)].flatMap(({ 0: whole, 1: name = '', index }) => {
    const message = messageAround(page.text, index, whole.length);
    const [, form] = /"params"\s*:\s*([[{])/.exec(message) ?? [];
    const isSecond = /"jsonrpc"\s*:\s*"2/.test(message);
    if (form === undefined && !/"jsonrpc"/.test(message)) return [];
    const version = isSecond ? '2.0' : /"id"\s*:/.test(message) ? '1.0' : 'plain';
    const params = form === undefined ? undefined : form === '[' ? 'list' : 'object';
    return [{ name, version, params, page, index } as const];
  });
}

/** The text around, as far as the braces that hold it reach, with quotes as JSON has them. */
function messageAround(text: string, index: number, length: number): string {
  const before = text.slice(Math.max(0, index - 200), index);
  const after = text.slice(index + length, index + length + 600);
  return (before.slice(before.lastIndexOf('{') + 1) + after).replaceAll('\\"', '"');
}

function rpcStyle(calls: readonly ShownCall[], names: ReadonlySet<string>): RpcStyle | undefined {
  const [first] = calls;
  const { version } = calls.find((one) => one.version === '2.0') ?? first ?? {};
  if (!first || !version) return undefined;
  const lists = calls.filter(({ params }) => params === 'list').length;
  const objects = calls.filter(({ params }) => params === 'object').length;
  const source = rangeAt(first.page.path, first.page.text, first.index, 1);
  return { kind: 'rpc', version, names, positional: lists > objects, source };
}

const REQUEST_LINE =
  /^[#>*+\-| \t`_"']{0,12}(GET|POST|PUT|PATCH|DELETE)[`*_"']{0,3}[ \t:|]{1,8}[`"'<[]{0,2}(?:https?:\/\/[^/\s]+)?(\/[^\s`|?"'>\])]*)/gm;

/** How many paths request lines have; one that all calls are sent to does not count. */
function pathsIn(pages: readonly Page[]): number {
  const posts = new Set<string>();
  const others = new Set<string>();
  for (const { text } of pages)
    for (const [, method, path = ''] of text.matchAll(REQUEST_LINE))
      (method === 'POST' ? posts : others).add(path);
  return others.size + (posts.size > 1 ? posts.size : 0);
}
