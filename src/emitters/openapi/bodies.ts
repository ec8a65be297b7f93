import type { Member } from '../../model/model.js';
import type { MessageBinding, OperationBinding, PartBinding, Protocol } from '../../ecosystems/protocol.js';
import { isRequired, type SchemaContext } from '../json-schema/types.js';
import type { Type } from '../../model/types.js';
import { type Api, schemaPointer } from './context.js';
import { enveloped, positionalSchema } from './envelopes.js';
import type { Json } from './json.js';
import { aboutMember, at, bodyMembers, memberOf, memberSchema } from './member-schemas.js';
import { hasRequestObject, hasResponseObject } from './schemas.js';
import { styleKeywords } from './parameters.js';

/** `requestBody`: the member that is the whole body, or an object of the members that travel in it. */
export function requestBody(binding: OperationBinding, api: Api): Json {
  const { operation, request } = binding;
  const owner = `${operation.name}.input`;
  const context = api.schemas('input');
  const required = (members: readonly Member[]): boolean =>
    request.selector !== undefined || members.some((member) => isRequired(member, owner, context));
  const [payload] = at(request.parts, 'payload').map(memberOf);
  if (payload) {
    const { description, ...about } = aboutMember(payload, '');
    const own = payloadSchema(payload, owner, context, request);
    const schema = enveloped(own, request.envelope, request.selector);
    const body = {
      ...(description !== undefined && { description }),
      ...(required([payload]) && { required: true }),
    };
    const content = contentOf(mediaOf(binding, payload, api), () => ({ schema }));
    return { requestBody: { ...body, ...about, content } };
  }
  if (!hasRequestObject(binding) && !request.envelope) return {};
  const own = request.envelope?.positional
    ? positionalSchema(request, owner, context)
    : hasRequestObject(binding)
      ? { $ref: schemaPointer(api.names.request(operation.name)) }
      : { type: 'object' };
  const schema = enveloped(own, request.envelope, request.selector);
  const content = contentOf(mediaOf(binding, undefined, api), (media) => ({
    schema,
    ...encodingOf(media, request.parts),
  }));
  return { requestBody: { ...(required(bodyMembers(request)) && { required: true }), content } };
}

/** `content` of a response of success, where it has a body. */
export function responseContent(message: MessageBinding, owner: string, component: string, api: Api): Json {
  const [payload] = at(message.parts, 'payload').map(memberOf);
  if (payload) {
    const own = payloadSchema(payload, owner, api.schemas('output'), message);
    const media = mediaOfPayload(payload, message, api.protocol);
    const content = { [media]: { schema: enveloped(own, message.envelope) } };
    return { content, 'x-payload': aboutMember(payload, '') };
  }
  if (!hasResponseObject(message) && !message.envelope) return {};
  const own = hasResponseObject(message) ? { $ref: schemaPointer(component) } : {};
  return { content: { [message.media ?? '']: { schema: enveloped(own, message.envelope) } } };
}

const contentOf = (media: readonly string[], make: (media: string) => Json): Json =>
  Object.fromEntries(media.map((one) => [one, make(one)]));

/** The media types that a request may have, the usual one first. */
function mediaOf(
  { operation, request: { media = '', envelope } }: OperationBinding,
  payload: Member | undefined,
  { protocol }: Api,
): readonly string[] {
  const all = [media, ...(operation.mediaTypes?.value ?? [])];
  const fitting = payload && !envelope ? all.map((one) => payloadMedia(payload, one, protocol)) : all;
  return [...new Set(fitting)];
}

/** Bytes are not JSON; where Smithy is spoken, text is not either. */
function payloadMedia({ type: { kind } }: Member, media: string, { smithyTrait }: Protocol): string {
  if (!/\bjson\b/u.test(media)) return media;
  if (kind === 'blob' || kind === 'file') return 'application/octet-stream';
  return kind === 'string' && smithyTrait !== undefined ? 'text/plain' : media;
}

/** What stands in an envelope is as JSON as that is. */
const mediaOfPayload = (
  payload: Member,
  { media = '', envelope }: MessageBinding,
  protocol: Protocol,
): string => (envelope ? media : payloadMedia(payload, media, protocol));

function payloadSchema(
  member: Member,
  owner: string,
  context: SchemaContext,
  { envelope }: MessageBinding,
): Json {
  const { type } = member;
  if (envelope || (type.kind !== 'blob' && type.kind !== 'file')) return memberSchema(member, owner, context);
  return { type: 'string', format: 'binary', ...byteLength(type) };
}

/** Of bytes that travel as they are, the length is their number. */
function byteLength({ constraints }: Type): Json {
  const length = constraints.find((constraint) => constraint.kind === 'length');
  return {
    ...(length?.min !== undefined && { minLength: length.min }),
    ...(length?.max !== undefined && { maxLength: length.max }),
  };
}

/** `encoding`: how lists and objects of a form are written, and that files are bytes. */
function encodingOf(media: string, parts: readonly PartBinding[]): Json {
  const isMultipart = media.startsWith('multipart/');
  if (!isMultipart && media !== 'application/x-www-form-urlencoded') return {};
  const encodings = at(parts, 'body', 'form', 'multipart').flatMap((part) => {
    const isFile = isMultipart && holdsFile(part.member.type);
    const encoding = {
      ...(isFile && { contentType: 'application/octet-stream' }),
      ...(part.style === 'json' && { contentType: 'application/json' }),
      ...(part.style && part.style !== 'json' && styleKeywords(part.style)),
    };
    return Object.keys(encoding).length > 0 ? [[part.name, encoding] as const] : [];
  });
  return encodings.length > 0 ? { encoding: Object.fromEntries(encodings) } : {};
}

const holdsFile = (type: Type): boolean =>
  type.kind === 'file' || (type.kind === 'list' && type.element.kind === 'file');
