import type { ServiceError } from './errors.js';
import type { OperationSchema, ServiceSchema } from './schema/schema.js';

/** Header values by lower-case name. */
export type HeaderBag = { [name: string]: string };

/** Decoded query values by key. */
export type Query = { [key: string]: string | string[] };

/** Headers to read, as `Headers` of the web has them: values by name, and all of them with lower-case names. */
export interface HeaderSource extends Iterable<readonly [name: string, value: string]> {
  get(name: string): string | null | undefined;
}

export type Body = string | Uint8Array | ReadableStream<Uint8Array>;

/** What `fetch` can send beside that. */
export type RequestBody = Body | Blob | FormData;

/** A request as a protocol writes it, before it has a host and a signature. */
export interface WireRequest {
  readonly method: string;
  /** Percent-encoded, with a leading slash, without the query; empty where requests go to the base URL as it is. */
  readonly path: string;
  /** What is signed of the query; `search` is the same as it is sent. */
  readonly query: Query;
  /** The query as it stands in the URL, behind its question mark; absent where there is none. */
  readonly search?: string;
  readonly headers: HeaderBag;
  readonly body?: RequestBody | undefined;
  /** What the answer has to say again, in protocols whose messages have ids. */
  readonly id?: number;
}

/** How a client speaks: writes requests, reads responses. */
export interface ClientProtocol {
  /**
   * Writes a request. Throws a `TypeError` where the input cannot stand in it.
   * @param fetch what sends it in place of the web's `fetch`, which sends no body with GET and HEAD.
   */
  serialise(service: ServiceSchema, operation: OperationSchema, input: unknown, fetch: unknown): WireRequest;
  /**
   * Reads a response with a status of success. Rejects with a `ServiceError` where it tells an error nevertheless, and with a
   * `SyntaxError` where the body is not what the protocol says.
   */
  parse(operation: OperationSchema, response: Response, request: WireRequest): Promise<unknown>;
  parseError(operation: OperationSchema, response: Response): Promise<ServiceError>;
}

/** A request as a server gets it; the members of `Request` that the runtime uses. */
export interface ServerRequest {
  readonly method: string;
  /** Percent-encoded path and query, without the host. */
  readonly url: string;
  readonly headers: HeaderSource;
  /** The whole body, as often as it is asked for. Rejects with a `ServiceError` of status 413 where it is too long. */
  bytes(): Promise<Uint8Array>;
  /** The same as text. */
  text(): Promise<string>;
}

/** A request as an adapter hands it over. */
export interface IncomingRequest extends Omit<ServerRequest, 'bytes' | 'text'> {
  /** Reads the body, once. Rejects with a `ServiceError` of status 413 where it is longer than `limit` bytes. */
  read(limit: number): Promise<Uint8Array>;
  /** The same as text, instead of `read`, where that is cheaper. */
  readText?(limit: number): Promise<string>;
}

/** A response as a server writes it. */
export interface ServerResponse {
  readonly status: number;
  readonly headers: HeaderBag;
  readonly body?: Body | undefined;
}

/** One of the calls that a request holds in its body. */
export interface UnpackedCall {
  /** What it calls its operation. */
  readonly selector: string;
  /** What a `ServerProtocol` parses in the place of the request's body. */
  readonly body: string;
}

/** Finds the operation of a request. */
export interface Router<Target> {
  /** @param selector what a call that was in the body calls its operation. */
  find(request: ServerRequest, selector?: string): RouteMatch<Target> | undefined;
}

export interface RouteMatch<Target> {
  readonly target: Target;
  /** Decoded values of the labels in the path. */
  readonly labels: { readonly [name: string]: string };
}

/** How a server speaks: routes and reads requests, writes responses. */
export interface ServerProtocol {
  /** The header that carries the id that a server gives each request. */
  readonly requestIdHeader: string;
  /** A router over the operations, each with what it stands for. */
  router<Target>(
    service: ServiceSchema,
    entries: readonly (readonly [OperationSchema, Target])[],
  ): Router<Target>;
  /**
   * Answers a request whose body says what is called, perhaps several times: has each call answered as if it had come alone,
   * and puts the answers together. Never rejects. Absent where request line and headers say it.
   */
  unpack?(
    service: ServiceSchema,
    request: ServerRequest,
    answer: (call: UnpackedCall) => Promise<ServerResponse>,
  ): Promise<ServerResponse>;
  /** How the body of a request is read; absent where nothing of the input travels in it. */
  bodyForm(operation: OperationSchema): 'text' | 'bytes' | undefined;
  /** Reads the input, given the body in that form or as bytes. Throws where the request is malformed. */
  parse(
    operation: OperationSchema,
    request: ServerRequest,
    labels: { readonly [name: string]: string },
    body: string | Uint8Array,
  ): unknown;
  /** @param status the status that the handler has chosen, where it has. */
  serialise(operation: OperationSchema, output: unknown, status?: number): ServerResponse;
  /** `operation` is absent where none was found. */
  serialiseError(error: ServiceError, operation?: OperationSchema): ServerResponse;
}
