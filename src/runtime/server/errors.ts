import { ServiceError } from '../errors.js';
import { convertMembers, writing } from '../codecs/json.js';
import { type Fields, membersOf, placesOf } from '../schema/members.js';
import type { OperationSchema, StructureSchema } from '../schema/schema.js';
import type { StandardSchemaV1 } from '../schema/standard-schema.js';

/** The answer to a request that no operation takes. */
export function unknownOperation(): ServiceError {
  return new ServiceError('UnknownOperationException', 'The requested operation is not known.', {
    status: 404,
  });
}

/** The answer to a request that cannot be read. */
export function serialisationError(cause: unknown): ServiceError {
  const message = cause instanceof Error ? cause.message : 'The request cannot be read.';
  return new ServiceError('SerializationException', message, { status: 400, cause });
}

/** The answer to a body in another format than the operation's. */
export function unsupportedMediaType(contentType: string | null | undefined): ServiceError {
  const message = `Unexpected content type: ${contentType ?? 'none'}`;
  return new ServiceError('UnsupportedMediaTypeException', message, { status: 415 });
}

/** The answer to a body that is longer than the server takes. */
export function requestTooLarge(limit: number): ServiceError {
  return new ServiceError('RequestTooLargeException', `The body is longer than ${limit} bytes.`, {
    status: 413,
  });
}

/** The answer of an operation that nobody has written yet; also what a handler's stub throws. */
export function notImplemented(operation: string): ServiceError {
  return new ServiceError('NotImplementedException', `${operation} is not implemented.`, { status: 501 });
}

/** The answer where a handler fails without saying how. Its reason is not shown to the caller. */
export function internalError(cause: unknown): ServiceError {
  return new ServiceError('InternalFailure', 'The request failed because of an internal error.', {
    status: 500,
    cause,
  });
}

/** The answer to an input that breaks constraints: all issues in the message, and one by one as `fieldList`. */
export function validationError(issues: readonly StandardSchemaV1.Issue[]): ServiceError {
  const fieldList = issues.map(({ message, path = [] }) => ({ path: pathText(path), message }));
  const listed = fieldList.map(({ path, message }) => worded(path, message)).join('; ');
  const count = `${issues.length} validation error${issues.length === 1 ? '' : 's'} detected`;
  const members = { fieldList };
  return new ServiceError('ValidationException', `${count}: ${listed}`, { status: 400, members });
}

/** Generated validators word an issue whole; others only say what is wrong. */
function worded(path: string, message: string): string {
  return /^Value\b.* failed to satisfy constraint: /s.test(message)
    ? message
    : `Value at '${path}' failed to satisfy constraint: ${message}`;
}

function pathText(path: NonNullable<StandardSchemaV1.Issue['path']>): string {
  return path.map((segment) => `/${String(typeof segment === 'object' ? segment.key : segment)}`).join('');
}

/** How an operation documents an error, if it does. */
export function documentedMembers(
  operation: OperationSchema | undefined,
  error: ServiceError,
): { readonly status: number; readonly members: StructureSchema | undefined } {
  const schema = operation?.errors.find(({ name }) => name === error.name);
  return { status: schema?.status ?? error.status, members: schema?.members };
}

/** The JSON of an error: its message, if any, under the name that its members give it, and its members. */
export function errorBody(error: ServiceError, members: StructureSchema | undefined): Fields {
  const named = members && membersOf(members).find(([name, { at }]) => !at && /^message$/i.test(name));
  const json = members ? convertMembers(placesOf(members).body, error.members, writing) : error.members;
  const message = error.message && { [named?.[1].wire ?? named?.[0] ?? 'message']: error.message };
  return { ...(message || {}), ...json };
}

/** Throws where a request's content type is none of the given ones. */
export function requireContentType(given: string | null | undefined, allowed: readonly string[]): void {
  if (given === allowed[0]) return;
  const [type = ''] = (given ?? '').split(';');
  if (!allowed.includes(type.trim().toLowerCase())) throw unsupportedMediaType(given);
}
