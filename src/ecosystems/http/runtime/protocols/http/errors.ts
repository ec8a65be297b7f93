import { errorNameOf } from './status-names.js';
import { convertMembers } from '../../../../../runtime/codecs/json.js';
import { readHeaders } from '../../../../../runtime/codecs/headers.js';
import { readingValues } from '../../../../../runtime/codecs/json-values.js';
import { ServiceError } from '../../../../../runtime/errors.js';
import { type Fields, isFields, own, placesOf } from '../../../../../runtime/schema/members.js';
import type { ErrorSchema, OperationSchema } from '../../../../../runtime/schema/schema.js';
import { jsonOf } from './response-body.js';

/** Where services say which error it is, in the order in which a server looks for a place for it. */
export const writtenCodeKeys = ['code', 'error_code', 'errorCode', 'errcode', 'type', 'name'];
const codeKeys = [...writtenCodeKeys, 'error', 'status'];

/** Where services say what happened, in the order in which they are believed. */
export const messageKeys = [
  'message',
  'error_description',
  'error_message',
  'errorMessage',
  'detail',
  'error',
  'title',
  'msg',
  'reason',
  'description',
];

/** Where a service gives its id of a request. */
export const requestIdHeaders: readonly string[] = ['x-request-id', 'request-id', 'x-correlation-id'];

/**
 * Reads a response of failure. It is the documented error whose code the body says, or else the only one of its status
 * that has no code of its own; every other is called after its status. Never throws at what a body holds.
 */
export async function readError(operation: OperationSchema, response: Response): Promise<ServiceError> {
  const { status, headers, statusText } = response;
  const text = await response.text();
  const body = text === '' ? undefined : (jsonOf(text) ?? text);
  const schema = documented(operation, status, codesOf(body));
  const requestId = requestIdHeaders.map((name) => headers.get(name)).find((id) => id !== null);
  return new ServiceError(schema?.name ?? errorNameOf(status), messageOf(body) ?? statusText, {
    status,
    code: schema?.code ?? codesOf(body)[0],
    members: membersOf(schema, body, response),
    requestId: requestId ?? undefined,
    response: { status, headers },
    body,
  });
}

function documented(
  { errors }: OperationSchema,
  status: number,
  codes: readonly string[],
): ErrorSchema | undefined {
  const here = errors.filter((error) => error.status === status);
  const isSaid = ({ name, code = name }: ErrorSchema): boolean => codes.includes(String(code));
  const plain = here.filter(({ code }) => code === undefined);
  const only = plain.length === 1 && here.length === 1 ? plain[0] : undefined;
  return here.find(isSaid) ?? errors.find((error) => error.code !== undefined && isSaid(error)) ?? only;
}

/** The objects of a body in which an error may be described: itself, what it wraps, the first of a list. */
function layersOf(body: unknown): readonly Fields[] {
  const inner = own(body, 'error') ?? own(body, 'errors') ?? (Array.isArray(body) ? body : undefined);
  const first: unknown = Array.isArray(inner) ? inner[0] : inner;
  return [body, first].filter(isFields);
}

const codesOf = (body: unknown): readonly string[] =>
  layersOf(body).flatMap((layer) =>
    codeKeys.flatMap((key) => {
      const code = own(layer, key);
      return typeof code === 'string' || typeof code === 'number' ? [String(code)] : [];
    }),
  );

function messageOf(body: unknown): string | undefined {
  if (typeof body === 'string')
    return body.length < 300 && !body.trimStart().startsWith('<') ? body : undefined;
  for (const layer of layersOf(body)) {
    const found = messageKeys
      .map((key) => own(layer, key))
      .find((text) => typeof text === 'string' && text !== '');
    if (typeof found === 'string') return found;
  }
  return undefined;
}

/** The documented members, and what else the body holds. */
function membersOf(schema: ErrorSchema | undefined, body: unknown, response: Response): Fields {
  if (!isFields(body)) return {};
  if (!schema?.members) return body;
  const result = convertMembers(placesOf(schema.members).body, body, readingValues);
  try {
    readHeaders(schema.members, response.headers, result);
  } catch {
    // A header that is not what the pages say is still in the response.
  }
  return result;
}
