import { ServiceError } from '../errors.js';
import { FetchRequest, toResponse } from './fetch.js';
import type { OperationSchema, ServiceSchema } from '../schema/schema.js';
import { sendable } from './check-response.js';
import {
  internalError,
  notImplemented,
  serialisationError,
  unknownOperation,
  validationError,
} from './errors.js';
import type { StandardSchemaV1 } from '../schema/standard-schema.js';
import { SingleRead } from './request.js';
import type {
  IncomingRequest,
  RouteMatch,
  ServerProtocol,
  ServerRequest,
  ServerResponse,
} from '../messages.js';

export { notImplemented, validationError } from './errors.js';
export type { ServerRequest, ServerResponse } from '../messages.js';

/** What a handler may want to know beside its input. */
export interface HandlerContext {
  readonly operation: string;
  /** Sent back in the header that the protocol has for it. */
  readonly requestId: string;
  readonly request: ServerRequest;
  /** What `ServerOptions.authenticate` gave. */
  readonly identity: unknown;
  /** A handler sets it to answer with another documented status of success than the usual one. */
  status?: number;
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

/** What all requests have in common. */
interface Served {
  readonly service: ServiceSchema;
  readonly protocol: ServerProtocol;
  readonly options: ServerOptions;
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
  const served = { service, protocol, options };
  const exchange = (incoming: IncomingRequest): Promise<ServerResponse> => {
    const request = new SingleRead(incoming, bodyLimit);
    if (!protocol.unpack) return answer(served, router.find(request), request);
    return protocol.unpack(service, request, ({ selector, body }) =>
      answer(served, router.find(request, selector), request, body),
    );
  };
  const handler = async (request: Request): Promise<Response> =>
    toResponse(await exchange(new FetchRequest(request)));
  return Object.assign(handler, { exchange });
}

async function answer(
  served: Served,
  match: RouteMatch<Route> | undefined,
  request: SingleRead,
  unpacked?: string,
): Promise<ServerResponse> {
  const { service, protocol, options } = served;
  const operation = match?.target.operation;
  const requestId = crypto.randomUUID();
  let context: HandlerContext = { operation: operation?.name ?? '', requestId, request, identity: undefined };
  try {
    if (options.authenticate) {
      context = { ...context, identity: await options.authenticate(request, service) };
    }
    if (!match) throw unknownOperation();
    const { operation: found, handler } = match.target;
    if (!handler) throw notImplemented(found.name);
    const form = unpacked === undefined ? protocol.bodyForm(found) : undefined;
    const content = form ? await request.content(form) : (unpacked ?? '');
    const input = readInput(served, match, request, content);
    const output = await handler(input instanceof Promise ? await input : input, context);
    return identified(sendable(protocol.serialise(found, output, context.status)), served, requestId);
  } catch (error) {
    return identified(errorResponse(served, error, operation, context), served, requestId);
  }
}

/** What nobody expected is told to the host, and to the caller only that it happened. */
function errorResponse(
  { protocol, options }: Served,
  error: unknown,
  operation: OperationSchema | undefined,
  context: HandlerContext,
): ServerResponse {
  let unexpected = error;
  if (error instanceof ServiceError) {
    try {
      return sendable(protocol.serialiseError(error, operation));
    } catch (fault) {
      unexpected = fault;
    }
  }
  options.onError?.(unexpected, context);
  return protocol.serialiseError(internalError(unexpected), operation);
}

function identified(response: ServerResponse, { protocol }: Served, requestId: string): ServerResponse {
  response.headers[protocol.requestIdHeader] = requestId;
  return response;
}

/** Parses and validates. Throws a `ServiceError` where either fails. */
function readInput(
  { protocol, options }: Served,
  { target: { operation, validator }, labels }: RouteMatch<Route>,
  request: ServerRequest,
  content: string | Uint8Array,
): unknown {
  const input = parseInput(protocol, operation, request, labels, content);
  const result = validator?.['~standard'].validate(input);
  if (result instanceof Promise) return result.then((found) => accepted(found, operation, options));
  return result ? accepted(result, operation, options) : input;
}

function accepted(
  result: StandardSchemaV1.Result<unknown>,
  operation: OperationSchema,
  { validationError: toError = validationError }: ServerOptions,
): unknown {
  if (result.issues) throw toError(result.issues, operation);
  return result.value;
}

function parseInput(
  protocol: ServerProtocol,
  operation: OperationSchema,
  request: ServerRequest,
  labels: RouteMatch<Route>['labels'],
  content: string | Uint8Array,
): unknown {
  try {
    return protocol.parse(operation, request, labels, content);
  } catch (error) {
    throw error instanceof ServiceError ? error : serialisationError(error);
  }
}
