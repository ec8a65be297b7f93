import type { Member } from '../../model/model.js';
import type { WireBinding } from '../../ecosystems/protocol.js';
import { isRequired, type SchemaContext } from '../json-schema/types.js';
import type { Type } from '../../model/types.js';
import { type Api, memberSchema, schemaPointer } from './context.js';
import type { Json } from './json.js';
import { aboutMember, at } from './members.js';
import { hasRequestObject, hasResponseObject } from './schemas.js';

/** `requestBody`: the member that is the whole body, or a JSON object of the members that travel in it. */
export function requestBody(binding: WireBinding, api: Api): Json {
  const { name, input } = binding.operation;
  const owner = `${name}.input`;
  const context = api.schemas('input');
  const required = (members: readonly Member[]): boolean =>
    binding.target !== undefined || members.some((member) => isRequired(member, owner, context));
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
export function responseContent(binding: WireBinding, api: Api): Json {
  const { name, output } = binding.operation;
  const [payload] = at(output, 'payload');
  if (payload) {
    const about = aboutMember(payload, '');
    const content = payloadContent(payload, `${name}.output`, binding, api.schemas('output'));
    return { content, 'x-payload': about };
  }
  return hasResponseObject(binding) ? { content: jsonContent(binding, api.names.response(name)) } : {};
}

const jsonContent = ({ contentType }: WireBinding, component: string): Json => ({
  [contentType]: { schema: { $ref: schemaPointer(component) } },
});

/** Bytes and text travel as they are, everything else as JSON. */
function payloadContent(
  member: Member,
  owner: string,
  { contentType }: WireBinding,
  context: SchemaContext,
): Json {
  const schema = memberSchema(member, owner, context);
  if (member.type.kind === 'blob')
    return {
      'application/octet-stream': {
        schema: { type: 'string', format: 'binary', ...byteLength(member.type) },
      },
    };
  return { [member.type.kind === 'string' ? 'text/plain' : contentType]: { schema } };
}

/** Of bytes that travel as they are, the length is their number. */
function byteLength({ constraints }: Type): Json {
  const length = constraints.find((constraint) => constraint.kind === 'length');
  return {
    ...(length?.min !== undefined && { minLength: length.min }),
    ...(length?.max !== undefined && { maxLength: length.max }),
  };
}
