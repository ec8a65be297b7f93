import { parseJson } from './body-read.js';
import { ServiceError } from './errors.js';
import type { HeaderSource } from './headers-read.js';
import { type Fields, own } from './members.js';
import type { ErrorSchema, OperationSchema } from './schema.js';

/** The headers of a `Response`. */
export function headersOf(response: Response): HeaderSource {
  return {
    header: (name) => response.headers.get(name) ?? undefined,
    headers: () => response.headers,
  };
}

export async function bytesOf(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer());
}

/** The id that the service gave the request. */
export function requestIdOf(response: Response): string | undefined {
  const { headers } = response;
  return headers.get('x-amzn-requestid') ?? headers.get('x-amz-request-id') ?? undefined;
}

/**
 * Reads an error response. Its name stands in the header `x-amzn-errortype` or in the members `__type` or `code` of the
 * body, with a namespace before `#` or a URI after `:` that do not count. `read` gives the members of a documented
 * error; those of others are what the body holds.
 */
export async function readError(
  operation: OperationSchema,
  response: Response,
  read: (schema: ErrorSchema, bytes: Uint8Array) => Fields,
): Promise<ServiceError> {
  const bytes = await bytesOf(response);
  const body = jsonOrNothing(bytes);
  const name = errorName(
    response.headers.get('x-amzn-errortype') ?? own(body, '__type') ?? own(body, 'code'),
  );
  const schema = operation.errors.find((error) => error.name === name);
  const message = own(body, 'message') ?? own(body, 'Message') ?? response.statusText;
  return new ServiceError(name, String(message), {
    status: response.status,
    members: schema ? read(schema, bytes) : body,
    requestId: requestIdOf(response),
  });
}

function errorName(text: unknown): string {
  return typeof text === 'string' && text !== ''
    ? text.replace(/[:,].*/s, '').replace(/.*#/s, '')
    : 'UnknownError';
}

function jsonOrNothing(bytes: Uint8Array): Fields {
  try {
    return parseJson(bytes);
  } catch {
    return {};
  }
}
