import { METHODS, request as sendRequest } from 'node:http';
import type { FetchHandler } from '../../src/runtime/server/server.js';

/**
 * A `fetch` for requests that the one of the platform does not send, such as a GET with a body. What not even Node speaks,
 * such as LIST, goes to the handler without a network between.
 */
export const anyFetch =
  (handler: FetchHandler) =>
  (url: string, init: RequestInit = {}): Promise<Response> => {
    const { method = 'GET', body = null } = init;
    if (!METHODS.includes(method)) return handler(new Request(url, init));
    const isUnusual = body !== null && (method === 'GET' || method === 'HEAD');
    return isUnusual ? sendWithBody(url, method, init) : fetch(url, init);
  };

/** Bodies of such requests are texts. */
function sendWithBody(url: string, method: string, { headers, body }: RequestInit): Promise<Response> {
  const given = Object.fromEntries(new Headers(headers));
  const text = String(body);
  return new Promise((resolve, reject) => {
    const options = { method, headers: { ...given, 'content-length': String(Buffer.byteLength(text)) } };
    const request = sendRequest(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status = 500, headers: received } = response;
        const pairs = Object.entries(received).map(([name, value]) => [name, String(value)] as const);
        resolve(new Response(Buffer.concat(chunks), { status, headers: Object.fromEntries(pairs) }));
      });
    });
    request.on('error', reject);
    request.end(text);
  });
}
