import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import {
  readOperation2,
  readOperation3,
  type OfficialOperation,
  type Operation2,
} from './official-shapes.js';
import { bytesOf, queryOf, type CapturedRequest, type Respond } from './messages.js';

export const region = 'us-east-1';
export const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };

/** What an official client throws. */
export interface OfficialError {
  readonly name: string;
  readonly message: string;
  readonly status: number | undefined;
  /** Absent where the client does not give them. */
  readonly members?: object;
}

/** An official client, whatever its version. */
export interface OfficialClient {
  /** Its operations by name, as its own model has them. */
  readonly operations: ReadonlyMap<string, OfficialOperation>;
  /** Sends to `respond` in place of the service. */
  capture(operation: string, input: object, respond: Respond): Promise<unknown>;
  /** Sends over HTTP to a server on this machine. */
  send(operation: string, input: object, endpoint: string): Promise<unknown>;
  /** What a call gave, without what is not part of the output. */
  output(answer: unknown): object;
  error(thrown: unknown): OfficialError;
  stop(): Promise<void>;
}

export const openOfficial = (module: string, options: object = {}): Promise<OfficialClient> =>
  module.startsWith('aws-sdk/') ? openVersion2(module) : openVersion3(module, options);

const own = (value: unknown, without: readonly string[]): object =>
  Object.fromEntries(
    Object.entries(Object(value)).filter(
      ([name, item]) => !without.includes(name) && item !== undefined && item !== null,
    ),
  );

/** The classes of a version 3 package, as far as they are used. */
interface Version3 {
  readonly [name: string]: new (argument: object) => {
    send(command: object): Promise<unknown>;
    destroy(): void;
  };
}

interface HttpRequest3 {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query: { readonly [key: string]: string | readonly string[] | null };
  readonly headers: { readonly [name: string]: string };
  readonly body?: unknown;
}

async function openVersion3(module: string, settings: object): Promise<OfficialClient> {
  const sdk = (await import(/* @vite-ignore */ module)) as Version3;
  const { HttpResponse } = (await import('@smithy/core/protocols')) as unknown as {
    HttpResponse: new (parts: object) => object;
  };
  const names = Object.keys(sdk);
  const clientName = names.find((name) => /^[A-Z]\w*Client$/.test(name)) ?? '';
  const create = (options: object) =>
    new sdk[clientName]!({ region, credentials, maxAttempts: 1, ...settings, ...options });
  const command = (operation: string, input: object) => new sdk[`${operation}Command`]!(input);
  let answer: Respond | undefined;
  const requestHandler = {
    handle: (request: HttpRequest3) => {
      const { status: statusCode, headers, body } = answer!(captured3(request));
      return Promise.resolve({ response: new HttpResponse({ statusCode, headers, body: body }) });
    },
  };
  const capturing = create({ requestHandler });
  const sending = new Map<string, ReturnType<typeof create>>();
  const sender = (endpoint: string): ReturnType<typeof create> => {
    const client = sending.get(endpoint) ?? create({ endpoint, disableHostPrefix: true });
    sending.set(endpoint, client);
    return client;
  };
  return {
    operations: new Map(
      names
        .flatMap((name) => /^([A-Z]\w*)Command$/.exec(name)?.[1] ?? [])
        .map((name) => [name, readOperation3(sdk[`${name}$`])]),
    ),
    capture: (operation, input, respond) => {
      answer = respond;
      return capturing.send(command(operation, input));
    },
    send: (operation, input, endpoint) => sender(endpoint).send(command(operation, input)),
    output: (given) => own(given, ['$metadata']),
    error: error3,
    stop: () => {
      for (const client of [capturing, ...sending.values()]) client.destroy();
      return Promise.resolve();
    },
  };
}

function captured3({ method, hostname, path, query, headers, body }: HttpRequest3): CapturedRequest {
  const listed = Object.entries(query).map(([key, value]) => [key, [value ?? ''].flat()] as const);
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    method,
    host: hostname,
    path,
    query: Object.fromEntries(listed.filter(([, values]) => values.length > 0)),
    headers: Object.fromEntries(named),
    body: bytesOf(body),
  };
}

/** Clients of services that once spoke AWS Query repeat the error and the request's id among its members. */
const fromQuery = ['Error', 'RequestId', 'Type', 'Code'];

function error3(thrown: unknown): OfficialError {
  const { name, message, $metadata } = Object(thrown) as { [key: string]: { httpStatusCode?: number } };
  const { Error: repeated } = Object(thrown) as { Error?: unknown };
  return {
    name: String(name),
    message: String(message),
    status: $metadata?.httpStatusCode,
    members: own(thrown, [
      'name',
      'message',
      'Message',
      '$fault',
      '$metadata',
      '$response',
      '$retryable',
      '$service',
      '__type',
      ...(repeated === undefined ? [] : fromQuery),
    ]),
  };
}

interface Request2 {
  promise(): Promise<unknown>;
}

interface Client2 {
  readonly api: { readonly operations: { readonly [name: string]: Operation2 } };
  readonly endpoint: { readonly host: string };
  makeRequest(operation: string, input: object): Request2;
}

async function openVersion2(module: string): Promise<OfficialClient> {
  process.env['AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE'] = '1';
  const { default: Client } = (await import(/* @vite-ignore */ module)) as {
    default: new (options: object) => Client2;
  };
  const create = (options: object): Client2 =>
    new Client({ region, credentials, maxRetries: 0, paramValidation: false, ...options });
  const { host } = create({}).endpoint;
  let answer: Respond | undefined;
  const server = createServer((request, response) => {
    void captured2(request, host).then((captured) => reply(response, answer!, captured));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const capturing = create({ endpoint: `http://127.0.0.1:${port}` });
  const method = (operation: string): string => operation.charAt(0).toLowerCase() + operation.slice(1);
  return {
    operations: new Map(
      Object.values(capturing.api.operations).map((operation) => [operation.name, readOperation2(operation)]),
    ),
    capture: (operation, input, respond) => {
      answer = respond;
      return capturing.makeRequest(method(operation), input).promise();
    },
    send: (operation, input, endpoint) =>
      create({ endpoint }).makeRequest(method(operation), input).promise(),
    output: (given) => own(given, ['$response']),
    error: error2,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function captured2(request: IncomingMessage, host: string): Promise<CapturedRequest> {
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
  return {
    method: request.method ?? '',
    host,
    path,
    query: queryOf(query),
    headers: Object.fromEntries(headers),
    body: new Uint8Array(await buffer(request)),
  };
}

function reply(response: ServerResponse, respond: Respond, request: CapturedRequest): void {
  const { status, headers, body } = respond(request);
  response.writeHead(status, headers).end(body);
}

function error2(thrown: unknown): OfficialError {
  const { code, message, statusCode } = Object(thrown) as { [key: string]: unknown };
  return {
    name: String(code),
    message: String(message),
    status: typeof statusCode === 'number' ? statusCode : undefined,
  };
}
