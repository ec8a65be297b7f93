/** A request as it was about to leave, or as it arrived. */
export interface CapturedRequest {
  readonly method: string;
  readonly host: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  readonly query: { readonly [key: string]: readonly string[] };
  /** Lower-case names. */
  readonly headers: { readonly [name: string]: string };
  readonly body: Uint8Array;
}

/** A response that both clients get. */
export interface CannedResponse {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: Uint8Array;
}

export type Respond = (request: CapturedRequest) => CannedResponse;

/** Headers that say who sends, when, and how, but nothing of the call itself. */
const incidental =
  /^(amz-sdk-.*|authorization|content-length|host|user-agent|x-amz-content-sha256|x-amz-date|x-amz-user-agent|connection|accept.*|sec-.*|x-amzn-trace-id)$/;

/** What has to be equal of a request. With GET and HEAD, `fetch` takes no body: an empty object may be left out there. */
export function meaning({ method, host, path, query, headers, body }: CapturedRequest): object {
  const json = /json/.test(headers['content-type'] ?? '');
  const given = body.length === 0 ? undefined : json ? parse(body) : body;
  const isNothing = /^(GET|HEAD)$/.test(method) && json && Object.keys(Object(given)).length === 0;
  const meaningful = Object.entries(headers).filter(
    ([name]) => !incidental.test(name) && !(isNothing && name === 'content-type'),
  );
  return {
    method,
    host,
    path,
    query,
    headers: Object.fromEntries(meaningful),
    body: isNothing ? undefined : given,
  };
}

function parse(body: Uint8Array): unknown {
  const text = new TextDecoder().decode(body);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The values of a query, by key, as they were written. */
export function queryOf(text: string): CapturedRequest['query'] {
  const parameters = new URLSearchParams(text);
  return Object.fromEntries([...new Set(parameters.keys())].map((key) => [key, parameters.getAll(key)]));
}

export const bytesOf = (body: unknown): Uint8Array =>
  typeof body === 'string'
    ? new TextEncoder().encode(body)
    : body instanceof Uint8Array
      ? new Uint8Array(body)
      : new Uint8Array();
