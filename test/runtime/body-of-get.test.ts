import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '../../src/ecosystems/aws/runtime/client.js';
import type { Fetch } from '../../src/runtime/client/options.js';
import { send } from '../../src/runtime/client/send.js';
import { toNodeListener } from '../../src/runtime/adapters/node.js';
import { restJson1Client } from '../../src/ecosystems/aws/runtime/protocols/rest-json/client.js';
import { restJson1Server } from '../../src/ecosystems/aws/runtime/protocols/rest-json/server.js';
import type { OperationSchema } from '../../src/runtime/schema/schema.js';
import { createFetchHandler } from '../../src/runtime/server/server.js';
import { verifySignature } from '../support/verify-signature.js';
import { bookService } from './books.js';

const key = { accessKeyId: 'AKID', secretAccessKey: 'secret' };

/** An operation that has members in the body of a GET, as some services have. */
const listBooks: OperationSchema<{ limit?: number }, { limit?: number }> = {
  name: 'ListBooks',
  method: 'GET',
  uri: '/books',
  status: 200,
  input: { kind: 'structure', members: { limit: 'integer' } },
  output: { kind: 'structure', members: { limit: 'integer' } },
  errors: [],
};

const server = createServer(
  toNodeListener(
    createFetchHandler(
      bookService,
      restJson1Server,
      [{ operation: listBooks, handler: (input) => Object(input) }],
      {
        authenticate: verifySignature(() => key),
      },
    ),
  ),
);

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => void (server.close(), server.closeAllConnections()));

const list = (input: { limit?: number }, fetch?: Fetch): Promise<object> => {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const options = { endpoint, region: 'eu-west-1', credentials: key, retry: { maxAttempts: 1 }, fetch };
  return send(connect(bookService, restJson1Client, options), listBooks, input);
};

it('sends a GET without a body where nothing would stand in it', async () => {
  await expect(list({})).resolves.toEqual({});
});

it('rejects where the body of a GET would say something, rather than leave it out', async () => {
  await expect(list({ limit: 1 })).rejects.toThrow('ListBooks: fetch sends no body with GET');
});

/** Sends with node:http, which takes a body with any method, as the official client does. */
const withNodeHttp: Fetch = (url, { method, headers, body }) =>
  new Promise((resolve, reject) => {
    const length = { 'content-length': String(body).length };
    const request = httpRequest(url, {
      method,
      headers: { ...Object.fromEntries(new Headers(headers)), ...length },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      void text(response).then((read) => resolve(new Response(read, { status: response.statusCode ?? 0 })));
    });
    request.end(body);
  });

it('sends it with a `fetch` that takes it, and the server understands it', async () => {
  await expect(list({ limit: 7 }, withNodeHttp)).resolves.toEqual({ limit: 7 });
});
