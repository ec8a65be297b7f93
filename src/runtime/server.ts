import { ServiceError } from './errors.js';
import { fromRequest, toResponse } from './fetch-server.js';
import type { OperationSchema, ServiceSchema } from './schema.js';
import {
  internalError,
  notImplemented,
  serialisationError,
  unknownOperation,
  validationError,
} from './server-errors.js';
import type { StandardSchemaV1 } from './standard-schema.js';
import type {
  HeaderSource,
  IncomingRequest,
  RouteMatch,
  ServerProtocol,
  ServerRequest,
  ServerResponse,
} from './wire.js';

export { notImplemented, validationError } from './server-errors.js';
export type { ServerRequest, ServerResponse } from './wire.js';

/** What a handler may want to know beside its input. */
export interface HandlerContext {
  readonly operation: string;
  /** Sent back as `x-amzn-requestid`. */
  readonly requestId: string;
  readonly request: ServerRequest;
  /** What `ServerOptions.authenticate` gave. */
  readonly identity: unknown;
}

/** A method type, so that handlers of one operation fit where handlers of any are listed. */
interface HandlerMethod<Input, Output> {
  handle(input: Input, context: HandlerContext): Output | Promise<Output>;
}

/** Answers one operation. Throws a `ServiceError` to answer with that error. */
export type Handler<Input, Output> = HandlerMethod<Input, Output>['handle'];

export interface Route<Input = unknown, Output = unknown> {
  readonly operation: OperationSchema<Input, Output>;
  /** Checks the input before the handler gets it. */
  readonly validator?: StandardSchemaV1<unknown, Input> | undefined;
  /** Absent: the operation answers with status 501. */
  readonly handler?: Handler<Input, Output> | undefined;
}

export interface ServerOptions {
  /** The longest body taken, in bytes; 10 MiB unless said otherwise. */
  readonly bodyLimit?: number | undefined;
  /** Says who sends the request, or throws a `ServiceError`. */
  authenticate?(request: ServerRequest, service: ServiceSchema): unknown;
  /** The error to answer with where an input breaks constraints; a `ValidationException` unless given. */
  validationError?(issues: readonly StandardSchemaV1.Issue[], operation: OperationSchema): ServiceError;
  /** Told of what a handler threw that is no `ServiceError`; the caller gets an `InternalFailure`. */
  onError?(error: unknown, context: HandlerContext): void;
}

/** A server as a function from `Request` to `Response`. */
export interface FetchHandler {
  (request: Request): Promise<Response>;
  /** The same without the web's objects, for adapters that have none. */
  readonly exchange: (request: IncomingRequest) => Promise<ServerResponse>;
}

const defaultBodyLimit = 10 * 1024 * 1024;

/** A server of the given routes. Every failure becomes the error response that the protocol says; it never rejects. */
export function createFetchHandler(
  service: ServiceSchema,
  protocol: ServerProtocol,
  routes: readonly Route[],
  options: ServerOptions = {},
): FetchHandler {
  const router = protocol.router(
    service,
    routes.map((route) => [route.operation, route] as const),
  );
  const { bodyLimit = defaultBodyLimit } = options;
  const exchange = async (incoming: IncomingRequest): Promise<ServerResponse> => {
    const requestId = crypto.randomUUID();
    const request = new SingleRead(incoming, bodyLimit);
    const match = router.find(request);
    const response = await answer(service, protocol, match, request, requestId, options);
    response.headers['x-amzn-requestid'] = requestId;
    return response;
  };
  const handler = async (request: Request): Promise<Response> =>
    toResponse(await exchange(fromRequest(request)));
  return Object.assign(handler, { exchange });
}

const decoder = /* @__PURE__ */ new TextDecoder();

/** A request whose body is read when it is first asked for. */
class SingleRead implements ServerRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderSource;
  readonly #read: () => Promise<Uint8Array>;
  #bytes: Promise<Uint8Array> | undefined;
  #text: Promise<string> | undefined;

  constructor(incoming: IncomingRequest, limit: number) {
    this.method = incoming.method;
    this.url = incoming.url;
    this.headers = incoming.headers;
    this.#read = () => incoming.read(limit);
  }

  bytes(): Promise<Uint8Array> {
    return (this.#bytes ??= this.#read());
  }

  text(): Promise<string> {
    return (this.#text ??= this.bytes().then((bytes) => decoder.decode(bytes)));
  }
}

async function answer(
  service: ServiceSchema,
  protocol: ServerProtocol,
  match: RouteMatch<Route> | undefined,
  request: ServerRequest,
  requestId: string,
  options: ServerOptions,
): Promise<ServerResponse> {
  const operation = match?.target.operation;
  const context = { operation: operation?.name ?? '', requestId, request, identity: undefined };
  try {
    const identity = options.authenticate && (await options.authenticate(request, service));
    if (!match) throw unknownOperation();
    const { handler } = match.target;
    if (!handler) throw notImplemented(match.target.operation.name);
    const input = await readInput(protocol, match, request, options);
    const output = await handler(input, { ...context, identity });
    return protocol.serialise(match.target.operation, output);
  } catch (error) {
    if (error instanceof ServiceError) return protocol.serialiseError(error, operation);
    options.onError?.(error, context);
    return protocol.serialiseError(internalError(error), operation);
  }
}

/** Parses and validates. Throws a `ServiceError` where either fails. */
async function readInput(
  protocol: ServerProtocol,
  { target: { operation, validator }, labels }: RouteMatch<Route>,
  request: ServerRequest,
  { validationError: toError = validationError }: ServerOptions,
): Promise<unknown> {
  const input = await parseInput(protocol, operation, request, labels);
  const pending = validator?.['~standard'].validate(input);
  const result = pending instanceof Promise ? await pending : pending;
  if (result?.issues) throw toError(result.issues, operation);
  return result ? result.value : input;
}

async function parseInput(
  protocol: ServerProtocol,
  operation: OperationSchema,
  request: ServerRequest,
  labels: RouteMatch<Route>['labels'],
): Promise<unknown> {
  try {
    return await protocol.parse(operation, request, labels);
  } catch (error) {
    throw error instanceof ServiceError ? error : serialisationError(error);
  }
}
