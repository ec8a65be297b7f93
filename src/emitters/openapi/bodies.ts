import type { Member } from '../../model/model.js';
import type { OperationBinding } from '../../ecosystems/protocol.js';
import { isRequired, type SchemaContext } from '../json-schema/types.js';
import type { Type } from '../../model/types.js';
import { outputOf } from '../../model/walk.js';
import { type Api, memberSchema, schemaPointer } from './context.js';
import type { Json } from './json.js';
import { aboutMember, at } from './members.js';
import { hasRequestObject, hasResponseObject } from './schemas.js';

/** `requestBody`: the member that is the whole body, or a JSON object of the members that travel in it. */
export function requestBody(binding: OperationBinding, api: Api): Json {
  const { name, input } = binding.operation;
  const owner = `${name}.input`;
  const context = api.schemas('input');
  const required = (members: readonly Member[]): boolean =>
    binding.request.selector !== undefined || members.some((member) => isRequired(member, owner, context));
  const [payload] = at(input, 'payload');
  if (payload) {
    const { description, ...about } = aboutMember(payload, '');
    const body = {
      ...(description !== undefined && { description }),
      ...(required([payload]) && { required: true }),
    };
    return { requestBody: { ...body, ...about, content: payloadContent(payload, owner, binding, context) } };
  }
  if (!hasRequestObject(binding)) return {};
  const content = jsonContent(binding, api.names.request(name));
  return { requestBody: { ...(required(at(input, 'body')) && { required: true }), content } };
}

/** `content` of a response of success, where it has a body. */
export function responseContent(binding: OperationBinding, api: Api): Json {
  const { name } = binding.operation;
  const [payload] = at(outputOf(binding.operation), 'payload');
  if (payload) {
    const about = aboutMember(payload, '');
    const content = payloadContent(payload, `${name}.output`, binding, api.schemas('output'));
    return { content, 'x-payload': about };
  }
  return hasResponseObject(binding) ? { content: jsonContent(binding, api.names.response(name)) } : {};
}

const jsonContent = ({ request: { media = '' } }: OperationBinding, component: string): Json => ({
  [media]: { schema: { $ref: schemaPointer(component) } },
});

/** Bytes and text travel as they are, everything else as JSON. */
function payloadContent(
  member: Member,
  owner: string,
  { request: { media = '' } }: OperationBinding,
  context: SchemaContext,
): Json {
  const schema = memberSchema(member, owner, context);
  if (member.type.kind === 'blob')
    return {
      'application/octet-stream': {
        schema: { type: 'string', format: 'binary', ...byteLength(member.type) },
      },
    };
  return { [member.type.kind === 'string' ? 'text/plain' : media]: { schema } };
}

/** Of bytes that travel as they are, the length is their number. */
function byteLength({ constraints }: Type): Json {
  const length = constraints.find((constraint) => constraint.kind === 'length');
  return {
    ...(length?.min !== undefined && { minLength: length.min }),
    ...(length?.max !== undefined && { maxLength: length.max }),
  };
}
