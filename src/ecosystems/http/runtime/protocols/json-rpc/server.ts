import { convert, convertMembers } from '../../../../../runtime/codecs/json.js';
import { writingValues } from '../../../../../runtime/codecs/json-values.js';
import type { ServiceError } from '../../../../../runtime/errors.js';
import type { HeaderBag, ServerProtocol, ServerResponse } from '../../../../../runtime/messages.js';
import { type Fields, own, placesOf, put } from '../../../../../runtime/schema/members.js';
import type { ErrorSchema, OperationSchema, StructureSchema } from '../../../../../runtime/schema/schema.js';
import { textOf } from '../../../../../runtime/server/request.js';
import { codes } from './errors.js';
import { readParams } from './params.js';
import { unpackCalls } from './unpack.js';

/**
 * JSON-RPC over HTTP: the server's side of `jsonRpcClient`. Single calls, notifications and batches, at any path. An error
 * that pages state no status of is told with status 200; calls that cannot be read or answered have the status that HTTP has
 * for it.
 */
export const jsonRpcServer: ServerProtocol = {
  requestIdHeader: 'x-request-id',
  router(_service, entries) {
    const targets = new Map(entries.map(([{ name }, target]) => [name, target]));
    return {
      find(_request, selector = '') {
        const target = targets.get(selector);
        return target === undefined ? undefined : { target, labels: {} };
      },
    };
  },
  unpack: unpackCalls,
  bodyForm: () => 'text',
  parse(operation, _request, _labels, body) {
    const text = textOf(body);
    return readParams(operation, text === '' ? undefined : JSON.parse(text));
  },
  serialise: ({ output }, value) => answered(200, { result: resultOf(output, value) }),
  serialiseError(error, operation) {
    const schema = operation?.errors.find(({ name }) => name === error.name);
    return answered(schema?.status ?? error.status, { error: told(error, schema, operation) });
  },
};

/** Without the version and the id, which are put around it. */
function answered(status: number, body: Fields): ServerResponse {
  const headers: HeaderBag = { 'content-type': 'application/json' };
  return { status, headers, body: JSON.stringify(body) };
}

function resultOf(output: StructureSchema, value: unknown): unknown {
  const { payload, body } = placesOf(output);
  const [whole] = payload;
  if (!whole) return body.length === 0 ? (value ?? null) : convertMembers(body, value, writingValues);
  return value === undefined || value === null ? null : convert(whole[1].schema, value, writingValues);
}

/** The error as the body has it: its code, its message, and its members as data. */
function told(
  error: ServiceError,
  schema: ErrorSchema | undefined,
  operation: OperationSchema | undefined,
): Fields {
  const members = schema?.members;
  const data: Fields = members
    ? convertMembers(placesOf(members).all, error.members, writingValues)
    : { ...error.members };
  // Without a code of its own, the name tells it apart.
  if (schema && schema.code === undefined && own(data, 'name') === undefined) put(data, 'name', error.name);
  return {
    code: schema?.code ?? error.code ?? codeOf(error, schema, operation),
    message: error.message,
    ...(Object.keys(data).length > 0 && { data }),
  };
}

function codeOf(
  { name, status }: ServiceError,
  schema: ErrorSchema | undefined,
  operation: OperationSchema | undefined,
): number {
  if (schema) return codes.server;
  if (status === 501 || (!operation && status === 404)) return codes.method;
  if (name === 'ValidationException' || name === 'SerializationException') return codes.params;
  return status === 500 ? codes.internal : codes.server;
}
