import { convertMembers } from '../../../../../runtime/codecs/json.js';
import { readingValues } from '../../../../../runtime/codecs/json-values.js';
import { ServiceError } from '../../../../../runtime/errors.js';
import { type Fields, isFields, own, placesOf } from '../../../../../runtime/schema/members.js';
import type { ErrorSchema, OperationSchema } from '../../../../../runtime/schema/schema.js';
import { requestIdHeaders } from '../http/errors.js';

/** The codes that JSON-RPC 2.0 sets aside (section 5.1). */
export const codes = {
  parse: -32700,
  request: -32600,
  method: -32601,
  params: -32602,
  internal: -32603,
  /** The first of those that are left to servers: what failed has no code of its own. */
  server: -32000,
} as const;

const names: { readonly [code: string]: string } = {
  [codes.parse]: 'ParseError',
  [codes.request]: 'InvalidRequestError',
  [codes.method]: 'MethodNotFoundError',
  [codes.params]: 'InvalidParamsError',
  [codes.internal]: 'InternalError',
};

/**
 * The error of a response: the documented one whose code it has, one that it names in its data, or one called after a code
 * that JSON-RPC sets aside. Never throws at what it holds.
 */
export function errorFrom(
  operation: OperationSchema,
  { status, headers }: Response,
  body: unknown,
): ServiceError {
  const told = own(body, 'error');
  const code = codeOf(told);
  const data = own(told, 'data');
  const schema = documented(operation, code, own(data, 'name'));
  const message = own(told, 'message') ?? (typeof told === 'string' ? told : '');
  const requestId = requestIdHeaders.map((name) => headers.get(name)).find((id) => id !== null);
  return new ServiceError(schema?.name ?? names[String(code)] ?? 'RpcError', String(message), {
    status,
    code: schema?.code ?? code,
    members: membersOf(schema, data),
    requestId: requestId ?? undefined,
    response: { status, headers },
    body,
  });
}

function codeOf(told: unknown): string | number | undefined {
  const code = own(told, 'code');
  return typeof code === 'number' || typeof code === 'string' ? code : undefined;
}

/** An error without a code of its own is told apart by its name. */
const documented = (
  { errors }: OperationSchema,
  code: string | number | undefined,
  name: unknown,
): ErrorSchema | undefined =>
  errors.find((error) => error.code !== undefined && String(error.code) === String(code)) ??
  errors.find((error) => error.code === undefined && error.name === name);

/** The documented members, and what else the data holds. */
function membersOf(schema: ErrorSchema | undefined, data: unknown): Fields {
  if (!isFields(data)) return {};
  if (!schema?.members) return data;
  return convertMembers(placesOf(schema.members).all, data, readingValues);
}
