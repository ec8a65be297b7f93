import { ServiceError } from '../../../runtime/errors.js';
import { parseJson } from '../../../runtime/codecs/json.js';
import { type Fields, own } from '../../../runtime/schema/members.js';
import type { OperationSchema, StructureSchema } from '../../../runtime/schema/schema.js';

/** Where services give their id of a request. */
export const requestIdHeaders: readonly string[] = ['x-amzn-requestid', 'x-amz-request-id'];

function requestIdOf({ headers }: Response): string | undefined {
  const ids = requestIdHeaders.map((name) => headers.get(name));
  return ids.find((id) => id !== null) ?? undefined;
}

/**
 * Reads an error response. Its name stands in the header `x-amzn-errortype` or in the members `__type` or `code` of the
 * body, with a namespace before `#` or a URI after `:` that do not count. `read` gives the members of a documented
 * error; those of others are what the body holds.
 */
export async function readError(
  operation: OperationSchema,
  response: Response,
  read: (members: StructureSchema, body: Fields) => Fields,
): Promise<ServiceError> {
  const { headers, status, statusText } = response;
  const body = jsonOrNothing(await response.text());
  const name = errorName(headers.get('x-amzn-errortype') ?? own(body, '__type') ?? own(body, 'code'));
  const schema = operation.errors.find((error) => error.name === name);
  const message = own(body, 'message') ?? own(body, 'Message') ?? statusText;
  const members = schema ? schema.members && read(schema.members, body) : body;
  return new ServiceError(name, String(message), {
    status,
    members,
    requestId: requestIdOf(response),
    response,
    body,
  });
}

function errorName(text: unknown): string {
  return /^(?:[^:,#]*#)?([^:,]+)/.exec(String(text ?? ''))?.[1] ?? 'UnknownError';
}

function jsonOrNothing(text: string): Fields {
  try {
    return parseJson(text);
  } catch {
    return {};
  }
}
