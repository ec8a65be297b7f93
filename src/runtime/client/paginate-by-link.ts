import type { ClientProtocol } from '../messages.js';
import { own } from '../schema/members.js';
import type { OperationSchema } from '../schema/schema.js';
import type { Connection } from './connection.js';
import type { CallOptions } from './options.js';
import { send } from './send.js';

/** Where the output says where the next page is; in the header `Link` where it does not. */
export interface LinkSchema {
  /** The keys that lead to the URL. */
  readonly next?: readonly string[];
}

/**
 * Calls an operation page by page, along the links of the header `Link` (RFC 8288) whose relation is `next`, or those in
 * the output, until there is none. Rejects with a `TypeError` at a link to another host, which must not get the caller's credentials.
 */
export async function* paginateByLink<Input extends object, Output>(
  connection: Connection,
  operation: OperationSchema<Input, Output>,
  input: NoInfer<Input>,
  { next }: LinkSchema,
  options: CallOptions = {},
): AsyncGenerator<Output, void, undefined> {
  let at: URL | undefined;
  do {
    const state = { url: at, headers: new Headers() };
    const onResponse: CallOptions['onResponse'] = (metadata) => {
      state.headers = metadata.headers;
      options.onResponse?.(metadata);
    };
    const page: Output = await send(following(connection, state), operation, input, {
      ...options,
      onResponse,
    });
    yield page;
    const target = next ? next.reduce<unknown>(own, page) : linkTo('next', state.headers.get('link') ?? '');
    at = state.url && nextOf(target, state.url);
  } while (at);
}

function nextOf(target: unknown, from: URL): URL | undefined {
  if (typeof target !== 'string' || target === '') return undefined;
  const next = new URL(target, from);
  if (next.origin === from.origin) return next;
  throw new TypeError(`The next page is said to be at another host: ${next.origin}`);
}

/** The target of the first link with a relation. */
export function linkTo(relation: string, header: string): string | undefined {
  for (const [, target = '', parameters = ''] of header.matchAll(links)) {
    const [, quoted, plain = ''] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;",]+))/i.exec(parameters) ?? [];
    if ((quoted ?? plain).toLowerCase().split(/\s+/).includes(relation)) return target;
  }
  return undefined;
}

const links = /<([^>]*)>((?:[^,"<]|"[^"]*")*)/g;

/**
 * The same operation at another URL, which says what the input says of path and query; where there is none, the URL of the
 * first page is kept, for links are relative to it.
 */
function following(connection: Connection, state: { url: URL | undefined }): Connection {
  const { url: at } = state;
  const transport: Connection['transport'] = {
    ...connection.transport,
    endpoint: (operation, input) =>
      at ? new URL(at.origin) : connection.transport.endpoint(operation, input),
  };
  const protocol: ClientProtocol = {
    ...connection.protocol,
    serialise(service, operation, input, fetch) {
      const written = connection.protocol.serialise(service, operation, input, fetch);
      if (!at) {
        const base = connection.transport.endpoint(operation, Object(input));
        state.url = new URL(base.pathname.replace(/\/$/, '') + written.path + (written.search ?? ''), base);
        return written;
      }
      const { pathname, search, searchParams } = at;
      return { ...written, path: pathname, query: Object.fromEntries(searchParams), search };
    },
  };
  return { ...connection, protocol, transport };
}
